package nl.klimrek.portal.people;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Accounts at the organisation's issuer, either unlinked or linked ones.
 *
 * @param unknown whether these are the accounts without a linked person
 * @param next    where the next page begins; null on the last
 */
record AccountLinkPage(
        boolean unknown,
        Section<List<Line>> lines,
        @Nullable String next) {

    /** An account as the people service answers it. */
    record SignIn(
            String id,
            String issuer,
            String status,
            String person,
            String name,
            String email,
            String employeeNumber,
            Instant since) {}

    /** @param who the linked person, or the account's own name; @param about what the issuer told; @param why what it is linked by, or why not */
    record Line(String id, String who, String about, String why, String since) {}

    static AccountLinkPage of(Reader reader, boolean unknown, Section<Rows<SignIn>> found) {
        return new AccountLinkPage(
                unknown,
                found.map(rows ->
                        rows.items().stream().map(one -> line(reader, one)).toList()),
                found.map(Rows::next).orNull());
    }

    private static Line line(Reader reader, SignIn one) {
        String named = one.name() == null ? reader.say("signins.nameless") : one.name();
        String about = Stream.of(
                        one.email(),
                        one.employeeNumber() == null ? null : reader.say("signins.number", one.employeeNumber()))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
        return new Line(
                one.id(),
                one.person() == null ? named : reader.whoFirst(one.person()),
                about,
                reader.code("signins.status", one.status()),
                reader.moment(one.since()));
    }
}
