package nl.klimrek.identity.people;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All who may log in. The first organisation is home: who names none means that one. */
public final class AccountRegistry {

    private final Map<String, LoginAccount> byName = new TreeMap<>();
    private final Set<String> organisations;
    private final String home;

    /** @throws IllegalArgumentException when a name is there twice or its organisation is not among these */
    public AccountRegistry(Collection<String> organisations, Collection<LoginAccount> accounts) {
        if (organisations.isEmpty()) {
            throw new IllegalArgumentException("At least one organisation is needed");
        }
        this.home = organisations.iterator().next();
        this.organisations = new TreeSet<>(organisations);
        for (LoginAccount account : accounts) {
            if (!this.organisations.contains(account.name().organisation())) {
                throw new IllegalArgumentException("The account " + account.name() + " is of an unknown organisation");
            }
            if (byName.put(account.name().toString(), account) != null) {
                throw new IllegalArgumentException("The account " + account.name() + " is there twice");
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

    /** The account someone means who types {@code anna}, {@code hr@sample} or the e-mail address of a home account. */
    public Optional<LoginAccount> typed(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byName.get(name)).or(() -> in(home, name));
    }

    /** The account with this login or e-mail address in this organisation. */
    public Optional<LoginAccount> in(String organisation, String loginOrEmail) {
        String wanted = loginOrEmail.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byName.get(wanted + "@" + organisation))
                .or(() -> byName.values().stream()
                        .filter(account -> account.name().organisation().equals(organisation))
                        .filter(account ->
                                account.email().filter(wanted::equalsIgnoreCase).isPresent())
                        .findFirst());
    }

    /** How an account's name is typed and its password filed: the login alone at home. */
    public String shortName(AccountName name) {
        return name.organisation().equals(home) ? name.login() : name.toString();
    }
}
