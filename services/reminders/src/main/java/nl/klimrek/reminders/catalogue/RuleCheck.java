package nl.klimrek.reminders.catalogue;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.eventing.EventCatalogue;
import org.jspecify.annotations.Nullable;

/** Finds the mistakes of one rule. Each is a sentence that names the file. */
final class RuleCheck {

    private static final Set<String> SETTINGS = Set.of("prepare-days-before", "agreement-days-before");

    private final String file;
    private final PromptRule rule;
    private final EventCatalogue events;
    private final List<String> mistakes;

    RuleCheck(String file, PromptRule rule, EventCatalogue events, List<String> mistakes) {
        this.file = file;
        this.rule = rule;
        this.events = events;
        this.mistakes = mistakes;
    }

    void run() {
        require(rule.action() != null && rule.kind() != null && rule.group() != null, "needs action, kind and group");
        if (rule.action() == null) {
            return;
        }
        require(rule.name().equals(file), "must be called " + rule.name());
        require(rule.version() >= 1, "version must be 1 or more");
        require(rule.expires() >= 0 && rule.expires() <= 400, "expires must be 0 to 400");
        if (rule.code() != null) {
            require(
                    rule.asks().isEmpty()
                            && rule.done().isEmpty()
                            && rule.moot().isEmpty(),
                    "is in code, so it names no events");
        } else {
            require(rule.about() != null, "needs about");
            require(!rule.asks().isEmpty(), "asks nobody");
            require(ends(), "never ends: it needs done, moot, until or expires");
            rule.asks().forEach(this::ask);
            Stream.concat(rule.done().stream(), rule.moot().stream()).forEach(this::end);
        }
        series();
    }

    private void series() {
        PromptSeries series = rule.series();
        if (series != null) {
            require(series.every() >= 1 && series.every() <= 60, "series.every must be 1 to 60");
            require(series.messages() == 2 || series.messages() == 3, "series.messages must be 2 or 3");
            require(series.then() != null, "series needs then");
            require(rule.kind() != PromptRuleKind.NOTICE, "a notice has no series");
        }
    }

    private boolean ends() {
        return !rule.done().isEmpty()
                || !rule.moot().isEmpty()
                || rule.expires() > 0
                || rule.asks().stream().allMatch(ask -> ask.until() != null);
    }

    private void ask(PromptAsk ask) {
        type(ask.event()).ifPresent(type -> {
            field(type, rule.about(), String.class);
            field(type, rule.remember(), String.class);
            whom(type, ask.whom());
            require(ask.whom() != PromptReceiver.ASKED, "asks ASKED, which ends only");
            require(ask.actor() == null || component(type, "employee").isPresent(), noField(type, "employee"));
            moment(type, ask.from());
            moment(type, ask.until());
            field(type, ask.daysField(), Integer.class);
            require(
                    ask.daysSetting() == null || SETTINGS.contains(ask.daysSetting()),
                    "unknown setting " + ask.daysSetting());
            require(!ask.unlessExternal() || component(type, "counterpart").isPresent(), noField(type, "counterpart"));
            conditions(type, ask.only());
            conditions(type, ask.except());
        });
    }

    private void end(PromptEnd end) {
        type(end.event()).ifPresent(type -> {
            if (end.whom() != PromptReceiver.ASKED || rule.asksManagers()) {
                field(type, rule.about(), String.class);
            } else {
                field(type, rule.remember() == null ? rule.about() : rule.remember(), String.class);
            }
            whom(type, end.whom());
            require(
                    end.whom() != PromptReceiver.TEAM && end.whom() != PromptReceiver.MANAGER,
                    "ends " + end.whom() + "; use ASKED");
            conditions(type, end.only());
            moment(type, end.without());
        });
    }

    private void whom(Class<? extends Record> type, @Nullable PromptReceiver whom) {
        require(whom != null, type.getSimpleName() + " needs whom");
        if (whom != null) {
            whom.fields().forEach(name -> require(component(type, name).isPresent(), noField(type, name)));
            require(
                    !(whom == PromptReceiver.ASKED && rule.asksManagers())
                            || component(type, "employee").isPresent(),
                    noField(type, "employee"));
        }
    }

    private void moment(Class<? extends Record> type, @Nullable String name) {
        if (name != null) {
            Optional<RecordComponent> found = component(type, name);
            require(found.isPresent(), noField(type, name));
            found.ifPresent(field -> require(
                    field.getType() == Instant.class || field.getType() == LocalDate.class,
                    type.getSimpleName() + "." + name + " is no moment and no day"));
        }
    }

    private void field(Class<? extends Record> type, @Nullable String name, Class<?> kind) {
        if (name != null) {
            Optional<RecordComponent> found = component(type, name);
            require(found.isPresent(), noField(type, name));
            found.ifPresent(field -> require(
                    field.getType() == kind, type.getSimpleName() + "." + name + " is no " + kind.getSimpleName()));
        }
    }

    private void conditions(Class<? extends Record> type, Map<String, List<String>> conditions) {
        conditions.forEach((name, values) -> component(type, name)
                .ifPresentOrElse(
                        field -> values.forEach(value -> require(
                                isValue(field.getType(), value),
                                type.getSimpleName() + "." + name + " is never " + value)),
                        () -> require(false, noField(type, name))));
    }

    private static boolean isValue(Class<?> type, String value) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .anyMatch(known -> known.toString().equals(value));
        }
        return type != boolean.class && type != Boolean.class || value.equals("true") || value.equals("false");
    }

    private Optional<Class<? extends Record>> type(@Nullable String event) {
        Optional<Class<? extends Record>> type =
                event == null ? Optional.empty() : events.classOf(PromptCatalogue.PREFIX + event);
        require(type.isPresent(), "unknown event " + event);
        return type;
    }

    private static Optional<RecordComponent> component(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(field -> field.getName().equals(name))
                .findFirst();
    }

    private static String noField(Class<?> type, String name) {
        return type.getSimpleName() + " has no field " + name;
    }

    private void require(boolean holds, String mistake) {
        if (!holds) {
            mistakes.add(file + ": " + mistake);
        }
    }
}
