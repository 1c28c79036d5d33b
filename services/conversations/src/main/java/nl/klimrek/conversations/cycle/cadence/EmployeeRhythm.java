package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.eventing.Decision;

/**
 * The reserved windows of one employee: at most one conversation of a type on any day. Cycles, policies and triggers
 * claim the days in one write before they plan, so two of them cannot both get the days.
 *
 * @param employee person id
 * @param claims conversations that have their days
 * @param held conversations that took place
 */
public record EmployeeRhythm(String employee, List<WindowClaim> claims, List<HeldConversation> held) {

    /** What ended this long ago decides nothing any more, days; longer than the longest rhythm is not needed to plan. */
    static final int KEPT_DAYS = 1096;

    public EmployeeRhythm {
        claims = claims == null ? List.of() : List.copyOf(claims);
        held = held == null ? List.of() : List.copyOf(held);
    }

    static EmployeeRhythm of(String employee) {
        return new EmployeeRhythm(employee, List.of(), List.of());
    }

    /** Claims the days of each wanted conversation where no other of its type has one of them. Claiming again changes nothing. */
    Decision<EmployeeRhythm> claim(List<WindowClaim> wanted, LocalDate today) {
        List<WindowClaim> all = new ArrayList<>(recent(today).claims);
        for (WindowClaim claim : wanted) {
            if (all.stream().noneMatch(claim::meets)) {
                all.add(claim);
            }
        }
        return all.equals(claims)
                ? Decision.unchanged()
                : Decision.accept(new EmployeeRhythm(employee, all, recent(today).held));
    }

    /** Claims the days of one that something asks for now, unless one of its type is still to take place in them. */
    Decision<EmployeeRhythm> claimBeside(WindowClaim wanted) {
        boolean taken =
                has(wanted.conversation()) || claims.stream().anyMatch(claim -> claim.ahead() && claim.meets(wanted));
        return taken ? Decision.unchanged() : Decision.accept(new EmployeeRhythm(employee, and(claims, wanted), held));
    }

    /** Claims the days of one that somebody asks for, also beside others; it may have been moved to other days. */
    Decision<EmployeeRhythm> asked(WindowClaim wanted) {
        List<WindowClaim> others = claims.stream()
                .filter(claim -> !claim.conversation().equals(wanted.conversation()))
                .toList();
        List<WindowClaim> next = and(others, wanted);
        return next.equals(claims) ? Decision.unchanged() : Decision.accept(new EmployeeRhythm(employee, next, held));
    }

    /** One that was asked for will not take place: its days are free again, also for the cycles. */
    Decision<EmployeeRhythm> withdrawn(String conversation) {
        List<WindowClaim> next = claims.stream()
                .filter(claim -> !claim.conversation().equals(conversation))
                .toList();
        return next.equals(claims) ? Decision.unchanged() : Decision.accept(new EmployeeRhythm(employee, next, held));
    }

    /** Claims the days of the conversation that follows one which was cancelled, as {@link #claimBeside} does. */
    Decision<EmployeeRhythm> succeed(String cancelled, WindowClaim wanted) {
        EmployeeRhythm released = new EmployeeRhythm(employee, each(cancelled, WindowClaim::held), held);
        EmployeeRhythm next = released.claimBeside(wanted).stateOr(() -> released);
        return next.equals(this) ? Decision.unchanged() : Decision.accept(next);
    }

    /** Whether another conversation of that type is still to take place in some of those days. */
    public boolean hasOtherAhead(WindowClaim wanted) {
        return claims.stream()
                .anyMatch(claim ->
                        claim.ahead() && !claim.conversation().equals(wanted.conversation()) && claim.meets(wanted));
    }

    /** Conversations of a type that are still to take place in some of these days. */
    public List<String> ahead(ConversationType type, Window window) {
        WindowClaim wanted = WindowClaim.of("", type, window);
        return claims.stream()
                .filter(claim -> claim.ahead() && claim.meets(wanted))
                .map(WindowClaim::conversation)
                .toList();
    }

    /** A conversation took place; its days stay taken for the cycles, and are free for what happens next. */
    Decision<EmployeeRhythm> tookPlace(HeldConversation done) {
        return held.contains(done)
                ? Decision.unchanged()
                : Decision.accept(new EmployeeRhythm(
                        employee,
                        each(done.conversation(), WindowClaim::held),
                        and(without(done.conversation()), done)));
    }

    /** A conversation will not take place; its days are free for what happens next. */
    Decision<EmployeeRhythm> released(String conversation) {
        List<WindowClaim> next = each(conversation, WindowClaim::held);
        return next.equals(claims) ? Decision.unchanged() : Decision.accept(new EmployeeRhythm(employee, next, held));
    }

    /** Whether this conversation has its days. */
    public boolean has(String conversation) {
        return claims.stream().anyMatch(claim -> claim.conversation().equals(conversation));
    }

    /** Whether a conversation of this type has one of these days. */
    public boolean taken(ConversationType type, Window window) {
        return claims.stream().anyMatch(claim -> claim.meets(WindowClaim.of("", type, window)));
    }

    private EmployeeRhythm recent(LocalDate today) {
        LocalDate oldest = today.minusDays(KEPT_DAYS);
        return new EmployeeRhythm(
                employee,
                claims.stream()
                        .filter(claim -> !claim.window().until().isBefore(oldest))
                        .toList(),
                held.stream().filter(done -> !done.day().isBefore(oldest)).toList());
    }

    private List<WindowClaim> each(String conversation, UnaryOperator<WindowClaim> change) {
        return claims.stream()
                .map(claim -> claim.conversation().equals(conversation) ? change.apply(claim) : claim)
                .toList();
    }

    private List<HeldConversation> without(String conversation) {
        return held.stream()
                .filter(done -> !done.conversation().equals(conversation))
                .toList();
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
