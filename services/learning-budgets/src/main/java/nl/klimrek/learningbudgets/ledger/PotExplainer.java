package nl.klimrek.learningbudgets.ledger;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.ledger.ExplanationView.Hours;
import nl.klimrek.learningbudgets.ledger.ExplanationView.Line;
import nl.klimrek.learningbudgets.ledger.ExplanationView.Rules;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.Entitlement;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotBalance;
import nl.klimrek.learningbudgets.pot.PotTerms;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains a pot line by line, at the end of any day in its owner's time zone. */
@Component
class PotExplainer {
    static final int MAX_LINES = 500;
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    private final LedgerReader ledger;
    private final AccountViewMapper mapper;
    private final PeopleProjection people;
    private final Clock clock;

    PotExplainer(LedgerReader ledger, AccountViewMapper mapper, PeopleProjection people, Clock clock) {
        this.ledger = ledger;
        this.mapper = mapper;
        this.people = people;
        this.clock = clock;
    }

    /** Explains a pot. @param day null for today; a day that is still to come is explained as today */
    ExplanationView explain(Organisation organisation, BudgetAccount account, Pot pot, @Nullable LocalDate day) {
        ZoneId zone = zone(organisation, account.employee());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate on = day == null || day.isAfter(today) ? today : day;
        Instant end = on.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        PotBalance balance = ledger.balance(organisation, account, pot, end);
        List<Line> lines = new ArrayList<>();
        PotBalance after = balance;
        for (LedgerEntry entry : ledger.newestOf(organisation, account, pot, end, MAX_LINES)) {
            lines.add(new Line(mapper.entry(entry), after.available().minorUnits()));
            after = after.before(entry);
        }
        return new ExplanationView(
                on,
                mapper.pot(pot.withBalance(balance), account),
                lines,
                after.available().minorUnits(),
                rules(account, pot));
    }

    private Rules rules(BudgetAccount account, Pot pot) {
        PotTerms terms = pot.terms();
        Entitlement entitlement = pot.entitlement();
        return new Rules(
                account.ownerLeft(),
                entitlement == null ? null : entitlement.full().minorUnits(),
                entitlement != null && entitlement.proRata(),
                entitlement == null
                        ? List.of()
                        : entitlement.hours().stream()
                                .map(hours -> new Hours(hours.day(), hours.minutesPerWeek()))
                                .toList(),
                pot.approvalPeriodDays(),
                account.approvedAtOnce(pot, clock.instant()).minorUnits(),
                terms == null ? null : minorUnits(terms.maxPerRequest()),
                terms == null || terms.carryOverUpTo() == null
                        ? 0
                        : terms.carryOverUpTo().minorUnits());
    }

    private static @Nullable Long minorUnits(@Nullable Amount amount) {
        return amount == null ? null : amount.minorUnits();
    }

    private ZoneId zone(Organisation organisation, String employee) {
        try {
            return people.person(organisation, employee)
                    .map(PersonProfile::timeZone)
                    .map(ZoneId::of)
                    .orElse(DEFAULT_ZONE);
        } catch (DateTimeException unknown) {
            return DEFAULT_ZONE;
        }
    }
}
