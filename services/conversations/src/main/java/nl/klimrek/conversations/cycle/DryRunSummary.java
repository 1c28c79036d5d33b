package nl.klimrek.conversations.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import nl.klimrek.conversations.planning.proposal.PlanView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Summarises a dry run in a few sentences. */
@Component
public class DryRunSummary {

    private static final int HOUR = 60;

    private final MessageSource messages;

    DryRunSummary(MessageSource messages) {
        this.messages = messages;
    }

    /** A plan before anything is sent: how much fits, and every reason for what does not. */
    public List<String> of(PlanningResult result, PlanView plan, Locale reader) {
        int without =
                plan.reasons().values().stream().mapToInt(Integer::intValue).sum();
        List<String> said =
                new ArrayList<>(List.of(text(reader, "plan.time-found", plan.fitting(), plan.fitting() + without)));
        plan.reasons()
                .forEach((why, count) -> said.add(text(reader, "plan.no-time", count, text(reader, "no-slot." + why))));
        new TreeMap<>(result.skipped())
                .forEach((why, count) ->
                        said.add(text(reader, "plan.not-planned", count, text(reader, "because." + why))));
        if (result.managerless() > 0) {
            said.add(text(reader, "plan.not-planned", result.managerless(), text(reader, "because.NO_MANAGER")));
        }
        if (plan.overloaded() > 0) {
            said.add(text(reader, "plan.too-little-time", plan.overloaded(), (plan.minutesShort() + HOUR - 1) / HOUR));
        }
        return said;
    }

    /** The past year under another policy. */
    public List<String> of(ReplayReport replay, Locale reader) {
        List<String> said = new ArrayList<>();
        replay.types()
                .forEach(type -> said.add(text(
                        reader,
                        "replay.type",
                        text(reader, "type." + type.type()),
                        type.windows(),
                        type.held(),
                        type.gaps())));
        if (replay.withoutManager() > 0) {
            said.add(text(reader, "plan.not-planned", replay.withoutManager(), text(reader, "because.NO_MANAGER")));
        }
        replay.load().stream()
                .findFirst()
                .ifPresent(most -> said.add(text(
                        reader,
                        "replay.busiest",
                        most.conversations(),
                        (most.minutes() + HOUR - 1) / HOUR,
                        most.month().toString())));
        return said;
    }

    private String text(Locale reader, String code, Object... details) {
        return messages.getMessage(code, details.length == 0 ? null : details, reader);
    }
}
