package nl.klimrek.contracts.conversations;

/** Ids of external coaches, who are on no roster: no other person has an id of this form. */
public final class ExternalCoachId {

    private static final String PREFIX = "ext-";

    private ExternalCoachId() {}

    /** The id with this unique part. */
    public static String of(String unique) {
        return PREFIX + unique;
    }

    /** Whether a person id is that of an external coach. */
    public static boolean matches(String person) {
        return person.startsWith(PREFIX);
    }
}
