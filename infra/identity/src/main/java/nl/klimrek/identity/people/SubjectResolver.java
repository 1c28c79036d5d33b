package nl.klimrek.identity.people;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.klimrek.identity.TokenRole;

/** Resolves accounts, addresses and ids to people, never across organisations. */
public final class SubjectResolver {

    /** Roles of a person without an account; services check the manager relation themselves. */
    private static final Set<TokenRole> OF_ANYONE = Set.of(TokenRole.EMPLOYEE, TokenRole.MANAGER);

    private final AccountRegistry accounts;
    private final PersonDirectory directory;

    public SubjectResolver(AccountRegistry accounts, PersonDirectory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    /** Identifies the account's person by e-mail address on the roster; an external account gets a derived id. */
    public Identification of(LoginAccount account) {
        if (!directory.complete()) {
            return new Identification.DirectoryUnread();
        }
        Optional<DirectoryEntry> listing =
                account.email().flatMap(e -> directory.email(account.name().organisation(), e));
        if (listing.isPresent()) {
            return new Identification.Identified(subject(listing.get(), account.roles()));
        }
        return account.external()
                ? new Identification.Identified(outsider(account))
                : new Identification.NotListedYet();
    }

    /** Identifies a person of this organisation by login, e-mail address or person id. */
    public Identification named(String organisation, String name) {
        Optional<LoginAccount> account = accounts.in(organisation, name);
        if (account.isPresent()) {
            return of(account.get());
        }
        if (!accounts.serves(organisation)) {
            return new Identification.Unknown();
        }
        if (!directory.complete()) {
            return new Identification.DirectoryUnread();
        }
        return directory
                .email(organisation, name)
                .or(() -> directory.person(organisation, name))
                .<Identification>map(listing -> new Identification.Identified(subject(listing, OF_ANYONE)))
                .orElseGet(Identification.Unknown::new);
    }

    private static TokenSubject subject(DirectoryEntry listing, Set<TokenRole> roles) {
        return new TokenSubject(
                listing.person(), listing.organisation(), roles, listing.language(), listing.fullName());
    }

    private static TokenSubject outsider(LoginAccount account) {
        byte[] name = ("klimrek:" + account.name()).getBytes(StandardCharsets.UTF_8);
        return new TokenSubject(
                UUID.nameUUIDFromBytes(name).toString(),
                account.name().organisation(),
                account.roles(),
                account.language(),
                account.name().login());
    }
}
