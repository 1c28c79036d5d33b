package nl.klimrek.learningbudgets.account;

import java.util.Optional;

/**
 * Names a person's account and, through it, their requests: {@code ba-<person>} and {@code ba-<person>:<own part>}. Who
 * holds a request's id can find its account, and whose it is, without searching.
 *
 * @param person id of the owner
 */
public record AccountId(String person) {

    private static final String PREFIX = "ba-";
    /** A request's own part holds none, so the last one parts it from its account. */
    private static final char REQUEST = ':';

    /** The account that a request's id belongs to; empty when it is no id of a request. */
    public static Optional<AccountId> ofRequest(String request) {
        int colon = request.lastIndexOf(REQUEST);
        return request.startsWith(PREFIX) && colon > PREFIX.length()
                ? Optional.of(new AccountId(request.substring(PREFIX.length(), colon)))
                : Optional.empty();
    }

    /** The id of a request in this account. */
    public String request(String ownPart) {
        return value() + REQUEST + ownPart;
    }

    /** {@code ba-<person>}. */
    public String value() {
        return PREFIX + person;
    }
}
