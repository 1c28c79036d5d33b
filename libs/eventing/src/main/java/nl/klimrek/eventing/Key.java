package nl.klimrek.eventing;

/**
 * Names a document: the organisation, then an id. A key of one organisation never reaches a document of another.
 *
 * @param organisation tenant that owns the document
 * @param id 1 to 200 characters of {@code A-Z a-z 0-9 _ : . @ + -}
 */
public record Key(Organisation organisation, String id) {

    /** Regular expression of a valid id. */
    public static final String ID = "[A-Za-z0-9_:.@+-]{1,200}";

    private static final int MAX_LENGTH = 200;

    public Key {
        if (organisation == null || id == null || !hasForm(id)) {
            throw new InvalidKeyException();
        }
    }

    /** Matches {@link #ID} without a regular expression, because every access to a document calls it. */
    private static boolean hasForm(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_:.@+-".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    public static Key of(Organisation organisation, String id) {
        return new Key(organisation, id);
    }

    /** Parses {@link #value()}. */
    public static Key parse(String value) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a key");
        }
        return new Key(new Organisation(value.substring(0, slash)), value.substring(slash + 1));
    }

    /** {@code <organisation>/<id>}: the document id, and the record key on a topic. */
    public String value() {
        return organisation.value() + "/" + id;
    }

    @Override
    public String toString() {
        return value();
    }
}
