package nl.klimrek.reminders.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.SuppressReason;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.deciding.SendingDecision;
import nl.klimrek.reminders.deciding.SendingDiary;
import nl.klimrek.reminders.deciding.SendingPolicy;
import nl.klimrek.reminders.deciding.SendingPolicyLookup;
import nl.klimrek.reminders.overview.PromptPreview.MessageOf;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptStatus;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Counts what would be sent in the coming week, with the same decision as the sender's. */
@Component
class PreviewCalculator {

    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int PAGE = 500;
    private static final int MAX_READ = 20_000;

    private final AggregateStore<Prompt> prompts;
    private final AggregateStore<SendingDiary> diaries;
    private final SendingPolicyLookup policies;
    private final PromptCatalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    PreviewCalculator(
            AggregateStore<Prompt> prompts,
            AggregateStore<SendingDiary> diaries,
            SendingPolicyLookup policies,
            PromptCatalogue catalogue,
            MessageSource messages,
            Clock clock) {
        this.prompts = prompts;
        this.diaries = diaries;
        this.policies = policies;
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
    }

    PromptPreview preview(Organisation organisation, Locale locale) {
        Instant now = clock.instant();
        Count count = new Count();
        int read = 0;
        for (String part : AggregateStore.DUE_PARTS) {
            List<Key> page = prompts.due(now.plus(AHEAD), part, null, PAGE);
            while (!page.isEmpty() && read < MAX_READ) {
                read += page.size();
                List<Key> own = page.stream()
                        .filter(key -> key.organisation().equals(organisation))
                        .toList();
                prompts.findAll(own).stream()
                        .map(Versioned::state)
                        .filter(prompt -> prompt.status() == PromptStatus.SCHEDULED && prompt.dueAt() != null)
                        .forEach(prompt -> count.add(prompt, decide(organisation, prompt, now)));
                page = prompts.due(now.plus(AHEAD), part, page.get(page.size() - 1), PAGE);
            }
        }
        return count.preview(now, read < MAX_READ, locale);
    }

    private Outcome decide(Organisation organisation, Prompt prompt, Instant now) {
        Key person = Key.of(organisation, prompt.actor());
        Instant due = prompt.dueAt() == null || prompt.dueAt().isBefore(now) ? now : prompt.dueAt();
        SendingDiary diary = diaries.find(person).map(Versioned::state).orElse(SendingDiary.EMPTY);
        SendingPolicy policy = policies.find(person, diary, due);
        SendingDecision decision = policy.decide(catalogue.rule(prompt.action()), false, due);
        return new Outcome(
                decision, new MessageOf(prompt.actor(), policy.recipient().dayOf(due)));
    }

    private record Outcome(SendingDecision decision, MessageOf message) {}

    /** Counts by kind and reason, with the people behind each figure. */
    private final class Count {

        private final Set<MessageOf> sent = new HashSet<>();
        private final Map<PromptAction, List<String>> sentTo = new TreeMap<>();
        private final Map<PromptAction, Map<SuppressReason, List<String>>> held = new TreeMap<>();

        void add(Prompt prompt, Outcome outcome) {
            SuppressReason reason = outcome.decision().reason();
            if (reason == null) {
                sentTo.computeIfAbsent(prompt.action(), none -> new ArrayList<>())
                        .add(prompt.actor());
                if (outcome.decision().byMail()) {
                    sent.add(outcome.message());
                }
            } else {
                held.computeIfAbsent(prompt.action(), none -> new EnumMap<>(SuppressReason.class))
                        .computeIfAbsent(reason, none -> new ArrayList<>())
                        .add(prompt.actor());
            }
        }

        PromptPreview preview(Instant now, boolean complete, Locale locale) {
            Set<String> people = new HashSet<>();
            sent.forEach(message -> people.add(message.person()));
            Set<PromptAction> kinds = new TreeSet<>(sentTo.keySet());
            kinds.addAll(held.keySet());
            return new PromptPreview(
                    now,
                    now.plus(AHEAD),
                    PromptPreview.figure(sent.size(), people.size()),
                    PromptPreview.figure(people.size(), people.size()),
                    complete,
                    kinds.stream().map(kind -> line(kind, locale)).toList());
        }

        private PromptPreview.Line line(PromptAction kind, Locale locale) {
            List<String> to = sentTo.getOrDefault(kind, List.of());
            Map<SuppressReason, Integer> reasons = new EnumMap<>(SuppressReason.class);
            Map<SuppressReason, List<String>> all = held.getOrDefault(kind, new HashMap<>());
            all.forEach((reason, people) -> {
                Integer figure =
                        PromptPreview.figure(people.size(), Set.copyOf(people).size());
                if (figure != null) {
                    reasons.put(reason, figure);
                }
            });
            return new PromptPreview.Line(
                    kind,
                    messages.getMessage("mail." + catalogue.rule(kind).name() + ".subject", null, locale),
                    PromptPreview.figure(to.size(), Set.copyOf(to).size()),
                    reasons,
                    reasons.size() < all.size());
        }
    }
}
