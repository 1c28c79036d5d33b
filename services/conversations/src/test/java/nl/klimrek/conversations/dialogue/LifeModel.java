package nl.klimrek.conversations.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.LifeCycleModelTest.Command;

/** The rules of a conversation's life once more, as simple as they can be said. Answers "ok", "same" or a refusal's code. */
final class LifeModel {

    private String place = "PLANNED";
    private Side proposer;
    private final boolean[] prepared = new boolean[2];
    private final boolean[] shared = new boolean[2];
    private int version;
    private Set<Side> confirmed = EnumSet.noneOf(Side.class);
    private boolean alone;
    private int window;
    private final List<String> agreements = new ArrayList<>();
    private final List<List<String>> sheets =
            List.of(new ArrayList<>(List.of("energy", "dare")), new ArrayList<>(List.of("energy", "dare")));
    private final List<String> points = new ArrayList<>();
    private final Set<Integer> notes = new HashSet<>();

    String take(Command command) {
        Side by = command.by();
        int side = by.ordinal();
        return switch (command.step()) {
            case INVITE -> at("PLANNED MISSED", () -> propose(by));
            case ACCEPT -> at("INVITED", () -> proposer == by ? "own-proposal" : go("ACCEPTED"));
            case RESCHEDULE -> at("INVITED ACCEPTED", () -> propose(by));
            case DECLINE -> at("INVITED ACCEPTED", () -> command.number() == 1 ? go("PLANNED") : propose(by));
            case PREPARE ->
                at("PLANNED INVITED ACCEPTED MISSED", () -> {
                    prepared[side] = true;
                    shared[side] = false;
                    return "ok";
                });
            case SHARE ->
                at("PLANNED INVITED ACCEPTED MISSED HELD", () -> {
                    String answer = !prepared[side] ? "preparation-missing" : shared[side] ? "same" : "ok";
                    shared[side] = prepared[side];
                    return answer;
                });
            case UNSHARE ->
                Set.of("PLANNED", "INVITED", "ACCEPTED", "MISSED").contains(place) ? unshare(side) : "sharing-final";
            case SWAP -> at("PLANNED INVITED ACCEPTED MISSED", () -> swap(side, command.number()));
            case ADD_POINT -> at("PLANNED INVITED ACCEPTED MISSED", () -> add("p" + command.number() + by));
            case REMOVE_POINT -> at("PLANNED INVITED ACCEPTED MISSED", () -> remove("p" + command.number(), by));
            case SHARE_NOTE ->
                at(
                        "PLANNED INVITED ACCEPTED MISSED HELD RECORDED CONFIRMED",
                        () -> notes.add(command.number()) ? "ok" : "same");
            case HOLD -> at("ACCEPTED", () -> go("HELD"));
            case REBALANCE -> at("HELD RECORDED CONFIRMED", () -> "same");
            case RECORD -> at("HELD", this::report);
            case CORRECT -> at("RECORDED CONFIRMED", this::report);
            case STATE -> at("RECORDED CONFIRMED CLOSED", () -> "ok");
            case CONFIRM ->
                version > 0 && command.number() != version ? "report-superseded" : at("RECORDED", () -> confirm(by));
            case AGREE -> at("HELD RECORDED CONFIRMED", () -> agreements.add("OPEN") ? "ok" : "same");
            case KEEP -> at("HELD RECORDED CONFIRMED CLOSED", () -> settle(command.number() - 1, "KEPT"));
            case DROP -> at("HELD RECORDED CONFIRMED CLOSED", () -> settle(command.number() - 1, "DROPPED"));
            case CLOSE -> at("CONFIRMED", () -> close(command.number() == 1));
            case CANCEL -> at("PLANNED INVITED ACCEPTED MISSED", () -> go("CANCELLED"));
            case MISS -> "PLANNED INVITED".contains(place) ? go("MISSED") : "same";
            case COUNTERPART_LEFT -> part();
            case MOVE -> at("PLANNED INVITED ACCEPTED MISSED", () -> move(command.number()));
        };
    }

    void assertSame(Conversation now, List<String> history) {
        assertThat(now.status().name()).as("%s", history).isEqualTo(place);
        assertThat(now.agreements().all())
                .extracting(one -> one.state().name())
                .as("%s", history)
                .isEqualTo(agreements);
        assertThat(now.reports().versions()).as("%s", history).hasSize(version);
        assertThat(now.preparations().agenda().points())
                .extracting(one -> one.id() + one.by())
                .as("%s", history)
                .isEqualTo(points);
        assertThat(now.preparations().agenda().notes()).as("%s", history).hasSameSizeAs(notes);
    }

    private String at(String places, Supplier<String> then) {
        return List.of(places.split(" ")).contains(place) ? then.get() : "step-not-possible";
    }

    private String go(String next) {
        place = next;
        return "ok";
    }

    /** The first window ends before any slot, the others after all of them. */
    private String move(int number) {
        if (number == window) {
            return "same";
        }
        window = number;
        return go(number == 1 || place.equals("MISSED") ? "PLANNED" : place);
    }

    private String propose(Side by) {
        proposer = by;
        return go("INVITED");
    }

    private String unshare(int side) {
        String answer = shared[side] ? "ok" : "same";
        shared[side] = false;
        return answer;
    }

    private String swap(int side, int number) {
        if (!sheets.get(side).remove(number == 1 ? "energy" : "dare")) {
            return "question-not-in-set";
        }
        if (number == 3) {
            sheets.get(side).add("dare");
            return "no-other-question";
        }
        return "ok";
    }

    private String add(String point) {
        points.add(point);
        return "ok";
    }

    private String remove(String point, Side by) {
        String first =
                points.stream().filter(one -> one.startsWith(point)).findFirst().orElse(null);
        if (first == null) {
            return "point-unknown";
        }
        if (!first.equals(point + by)) {
            return "point-not-yours";
        }
        points.removeIf(one -> one.startsWith(point));
        return "ok";
    }

    private String report() {
        version++;
        confirmed = EnumSet.noneOf(Side.class);
        return go("RECORDED");
    }

    private String confirm(Side by) {
        if (!confirmed.add(by)) {
            return "same";
        }
        return done() ? go("CONFIRMED") : "ok";
    }

    private boolean done() {
        return confirmed.contains(Side.EMPLOYEE) && (alone || confirmed.contains(Side.COUNTERPART));
    }

    private String settle(int index, String outcome) {
        if (index >= agreements.size()) {
            return "agreement-unknown";
        }
        if (!agreements.get(index).equals("OPEN")) {
            return "agreement-settled";
        }
        agreements.set(index, outcome);
        return "ok";
    }

    private String close(boolean noAction) {
        boolean stands = agreements.stream().anyMatch(one -> !one.equals("DROPPED"));
        if (stands && noAction) {
            return "agreement-exists";
        }
        return stands || noAction ? go("CLOSED") : "agreement-needed";
    }

    private String part() {
        if (alone || !List.of("HELD", "RECORDED").contains(place)) {
            return "same";
        }
        alone = true;
        return place.equals("RECORDED") && done() ? go("CONFIRMED") : "ok";
    }
}
