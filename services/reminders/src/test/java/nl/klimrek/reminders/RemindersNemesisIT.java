package nl.klimrek.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.prompt.SendingClaim;
import nl.klimrek.reminders.sending.KillableSender;
import nl.klimrek.servicekit.jobs.RangeLease;
import org.junit.jupiter.api.Test;

/**
 * Prompts are never early, lost, doubled or sent after they became moot, whatever restarts, replays or clock jumps: random
 * events, two senders that are killed at any of their steps, wrong clocks and both clock changes of the year.
 */
class RemindersNemesisIT {

    private static final int STEPS = 120;
    private static final Duration AHEAD = Duration.ofHours(3);
    private static final Duration LONG_ENOUGH = Duration.ofDays(4);

    /** After it, what a killed sender left in an outbox is published by the instance that finds it. */
    private static final Duration RELAY_LEASE = Duration.ofSeconds(40);

    private static final ZoneId AMSTERDAM = Reminders.AMSTERDAM;
    private static final String[] ZONES = {
        "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"
    };

    private final Reminders service = Reminders.SHARED;
    private final KillableSender first = new KillableSender(service.service());
    private final KillableSender second = new KillableSender(service.service());
    private final List<WrongTime> wrongTimes = new ArrayList<>();
    private int kills;

    @Test
    void a_sender_that_is_killed_at_any_step_costs_no_prompt_and_doubles_none_unseen() {
        service.toNextMonday("07:00");
        NemesisOffice many = new NemesisOffice(24, "Europe/Amsterdam");
        many.people().forEach(person -> {
            for (int i = 0; i < 3; i++) {
                many.invite(person, service.now().plus(Duration.ofDays(30)));
            }
        });
        service.settle();
        Set<String> points = new HashSet<>();
        // For the service nothing is due yet, so nobody else sends.
        first.skew(AHEAD);
        for (int person = 0; person < many.people().size(); person++) {
            Key prompt = many.key(promptOf(many, many.people().get(person)));
            if (first.send(prompt, person + 1)) {
                points.add(person + ": " + first.steps().get(person));
            }
        }
        service.service().clock().advance(AHEAD.plus(SendingClaim.DURATION).plusSeconds(1));
        Instant everybody = service.now();
        assertThat(points).as("steps at which the sender was killed").hasSizeGreaterThanOrEqualTo(16);
        service.awaitSending(() -> assertThat(many.people())
                .allSatisfy(person -> assertThat(many.office.inbox(person)).hasSize(3)));
        assertThat(many.people()).allSatisfy(person -> {
            assertThat(many.messages(person))
                    .as("messages to %s by their id", person)
                    .hasSize(1);
            assertThat(many.messages(person).values()).allMatch(count -> count <= 2);
        });
        assertThat(many.people().stream().filter(person -> many.messages(person).containsValue(2L)))
                .as("people who got the same message again, after a kill between sending and writing")
                .hasSizeLessThanOrEqualTo(6);
        PromptHistory history = new PromptHistory(
                service.published(many.office.organisation), at -> at.isBefore(everybody) ? at.plus(AHEAD) : at);
        assertThat(history.faults()).isEmpty();
        assertThat(many.invitations().values())
                .allSatisfy(each -> assertThat(history.sent(each.prompt())).isEqualTo(1));
    }

    @Test
    void whatever_happens_a_prompt_is_sent_once_in_time_or_not_at_all() {
        long seed = Long.getLong("klimrek.seed", System.nanoTime());
        System.out.println("RemindersNemesisIT: seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        Random random = new Random(seed);
        NemesisOffice many = new NemesisOffice(10, ZONES);
        for (int change = 0; change < 2; change++) {
            beforeTheNextClockChange();
            for (int step = 0; step < STEPS / 2; step++) {
                disturb(many, random);
            }
            for (int i = 0; i <= LONG_ENOUGH.toHours() / 7; i++) {
                service.advanceTo(service.now().plus(Duration.ofHours(7)));
                service.sendDue();
            }
        }
        judge(many, "seed " + seed);
    }

    /** One event, sending, kill or jump of a clock. */
    private void disturb(NemesisOffice many, Random random) {
        List<String> open = many.open();
        switch (random.nextInt(12)) {
            case 0, 1, 2 ->
                many.invite(
                        many.people().get(random.nextInt(many.people().size())),
                        service.now().plus(Duration.ofDays(60)));
            case 3 -> {
                if (!open.isEmpty()) {
                    many.accept(open.get(random.nextInt(open.size())));
                }
            }
            case 4 -> {
                if (!open.isEmpty()) {
                    many.cancel(open.get(random.nextInt(open.size())));
                }
            }
            case 5 -> {
                if (!many.published().isEmpty()) {
                    service.repeat(
                            many.published().get(random.nextInt(many.published().size())));
                }
            }
            case 6, 7 -> service.advanceTo(service.now().plus(Duration.ofMinutes(5 + random.nextInt(600))));
            case 8 -> first.skew(Duration.ofMinutes(random.nextInt(300) - 150));
            case 9 -> service.settle();
            case 10 -> together(many);
            default -> sendAll(many, random);
        }
    }

    /** Two senders with the right time at the same prompts at once: each message goes out once. */
    private void together(NemesisOffice many) {
        second.skew(Duration.ZERO);
        first.skew(Duration.ZERO);
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> due(many).forEach(key -> second.send(key, 0)));
        due(many).forEach(key -> first.send(key, 0));
        other.join();
    }

    /** A sender whose clock may be wrong, and which may be killed at any step. Nobody else sends meanwhile. */
    private void sendAll(NemesisOffice many, Random random) {
        int before = kills;
        alone(() -> {
            Instant begin = service.now();
            Duration skew = Duration.between(begin, first.now());
            for (Key key : due(many)) {
                if (first.send(key, random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 0)) {
                    kills++;
                }
            }
            // Events have whole seconds.
            wrongTimes.add(new WrongTime(begin.truncatedTo(ChronoUnit.SECONDS), service.now(), skew));
        });
        if (kills > before) {
            service.service().clock().advance(RELAY_LEASE);
        }
    }

    /** Does this while the service itself sends nothing. */
    private void alone(Runnable sending) {
        List<RangeLease> held = service.sending().holdAll();
        try {
            sending.run();
        } finally {
            held.forEach(RangeLease::release);
        }
    }

    /** What the clock of the one sender showed at this moment of the right clock, while it was the only one. */
    private Instant shown(Instant at) {
        return wrongTimes.stream()
                .filter(each -> !at.isBefore(each.from()) && !at.isAfter(each.until()))
                .map(each -> at.plus(each.skew()).plusSeconds(1))
                .filter(at::isBefore)
                .findFirst()
                .orElse(at);
    }

    private List<Key> due(NemesisOffice many) {
        AggregateStore<?> prompts = service.prompts();
        return prompts.due(first.now().isAfter(service.now()) ? first.now() : service.now(), 1_000).stream()
                .filter(key -> key.organisation().equals(many.organisation()))
                .toList();
    }

    private void judge(NemesisOffice many, String seed) {
        PromptHistory history = new PromptHistory(service.published(many.office.organisation), this::shown);
        assertThat(history.faults()).as(seed).isEmpty();
        assertThat(history.overdue(service.now().minus(Duration.ofDays(3))))
                .as(seed + ": lost")
                .isEmpty();
        many.invitations().values().stream()
                .filter(each -> each.invitedAt().isBefore(service.now().minus(LONG_ENOUGH)))
                .forEach(each -> assertThat(history.sent(each.prompt()))
                        .as(seed + ": " + each)
                        .isPositive());
        Stream<Long> doubled = many.people().stream()
                .flatMap(person -> many.messages(person).values().stream())
                .filter(count -> count > 1);
        assertThat(doubled.mapToLong(count -> count - 1).sum())
                .as(seed + ": messages under the id of an earlier one, each after a kill")
                .isLessThanOrEqualTo(kills);
        assertThat(many.people().stream()
                        .filter(person -> !many.messages(person).isEmpty()))
                .as(seed + ": people with messages")
                .isNotEmpty();
    }

    private void beforeTheNextClockChange() {
        Instant change = AMSTERDAM
                .getRules()
                .nextTransition(service.now().plus(Duration.ofDays(3)))
                .getInstant();
        service.advanceTo(change.minus(Duration.ofHours(40)));
    }

    /** A time in which the one sender's clock was wrong. */
    private record WrongTime(Instant from, Instant until, Duration skew) {}

    private static String promptOf(NemesisOffice many, String person) {
        return many.invitations().values().stream()
                .filter(each -> each.person().equals(person))
                .map(NemesisOffice.Invitation::prompt)
                .findFirst()
                .orElseThrow();
    }
}
