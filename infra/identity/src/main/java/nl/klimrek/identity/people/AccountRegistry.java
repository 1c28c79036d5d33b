package nl.klimrek.identity.people;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All accounts. The first organisation is the default one. */
public final class AccountRegistry {

    private final Map<String, LoginAccount> byName = new TreeMap<>();
    private final Set<String> organisations;
    private final String home;

    /** @throws IllegalArgumentException if a name occurs twice or its organisation is unknown */
    public AccountRegistry(Collection<String> organisations, Collection<LoginAccount> accounts) {
        if (organisations.isEmpty()) {
            throw new IllegalArgumentException("At least one organisation is needed");
        }
        this.home = organisations.iterator().next();
        this.organisations = new TreeSet<>(organisations);
        for (LoginAccount account : accounts) {
            if (!this.organisations.contains(account.name().organisation())) {
                throw new IllegalArgumentException("The account " + account.name() + " has an unknown organisation");
            }
            if (byName.put(account.name().toString(), account) != null) {
                throw new IllegalArgumentException("The account " + account.name() + " occurs twice");
            }
        }
    }

    public String home() {
        return home;
    }

    public boolean serves(String organisation) {
        return organisations.contains(organisation);
    }

    public Set<String> organisations() {
        return Set.copyOf(organisations);
    }

    /** Finds the account for {@code anna}, {@code hr@sample} or the e-mail address of a home account. */
    public Optional<LoginAccount> typed(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byName.get(name)).or(() -> in(home, name));
    }

    /** Finds an account by login or e-mail address in an organisation. */
    public Optional<LoginAccount> in(String organisation, String loginOrEmail) {
        String wanted = loginOrEmail.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byName.get(wanted + "@" + organisation))
                .or(() -> byName.values().stream()
                        .filter(account -> account.name().organisation().equals(organisation))
                        .filter(account ->
                                account.email().filter(wanted::equalsIgnoreCase).isPresent())
                        .findFirst());
    }

    /** The name that users type and that names the password file: only the login for the home organisation. */
    public String shortName(AccountName name) {
        return name.organisation().equals(home) ? name.login() : name.toString();
    }
}
