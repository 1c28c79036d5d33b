package nl.klimrek.eventing;

/**
 * The only way a document is named: the organisation first, then an id of its own. Whoever holds a key of one
 * organisation can not reach a document of another.
 *
 * @param organisation whose document it is
 * @param id 1 to 200 of {@code A-Z a-z 0-9 _ : . @ + -}
 */
public record Key(Organisation organisation, String id) {

    /** What an id may look like, as a regular expression. */
    public static final String ID = "[A-Za-z0-9_:.@+-]{1,200}";

    private static final int MAX_LENGTH = 200;

    public Key {
        if (organisation == null || id == null || !hasForm(id)) {
            throw new InvalidKeyException();
        }
    }

    /** {@link #ID}, in a loop: every document that is named asks it. */
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

    /** A key in this organisation. */
    public static Key of(Organisation organisation, String id) {
        return new Key(organisation, id);
    }

    /** Reads {@link #value()} back. */
    public static Key parse(String value) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a key");
        }
        return new Key(new Organisation(value.substring(0, slash)), value.substring(slash + 1));
    }

    /** {@code <organisation>/<id>}: document id, and record key on the bus. */
    public String value() {
        return organisation.value() + "/" + id;
    }

    @Override
    public String toString() {
        return value();
    }
}
