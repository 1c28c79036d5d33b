package nl.klimrek.identity.people;

import java.util.regex.Pattern;

/** The name of an account: a login within an organisation, written {@code login@organisation}. */
public record AccountName(String login, String organisation) {

    private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** @throws IllegalArgumentException if a part is not 1–40 characters of a–z, 0–9 and dash */
    public AccountName {
        if (!PART.matcher(login).matches() || !PART.matcher(organisation).matches()) {
            throw new IllegalArgumentException("A login and an organisation are 1 to 40 of a-z, 0-9 and dash");
        }
    }

    @Override
    public String toString() {
        return login + "@" + organisation;
    }
}
