package nl.klimrek.learningbudgets.account;

import java.util.Optional;

/**
 * The id of a person's account, which the ids of its requests contain: {@code ba-<person>} and
 * {@code ba-<person>:<own part>}. A request's id therefore leads to its account and owner without a search.
 *
 * @param person id of the owner
 */
public record AccountId(String person) {

    private static final String PREFIX = "ba-";
    /** A request's own part contains none, so the last one ends the account's id. */
    private static final char REQUEST_SEPARATOR = ':';

    /** The account of a request; empty when the text is no request id. */
    public static Optional<AccountId> ofRequest(String request) {
        int colon = request.lastIndexOf(REQUEST_SEPARATOR);
        return request.startsWith(PREFIX) && colon > PREFIX.length()
                ? Optional.of(new AccountId(request.substring(PREFIX.length(), colon)))
                : Optional.empty();
    }

    /** The account with this id. */
    public static AccountId parse(String value) {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("no account");
        }
        return new AccountId(value.substring(PREFIX.length()));
    }

    /** The id of a request in this account. */
    public String request(String ownPart) {
        return value() + REQUEST_SEPARATOR + ownPart;
    }

    /** {@code ba-<person>}. */
    public String value() {
        return PREFIX + person;
    }
}
