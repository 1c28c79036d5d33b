package nl.klimrek.popforms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.popforms.ActivityChanged;
import nl.klimrek.contracts.popforms.ActivityCompleted;
import nl.klimrek.contracts.popforms.ActivityDropped;
import nl.klimrek.contracts.popforms.ActivityPlanned;
import nl.klimrek.contracts.popforms.EvidenceAdded;
import nl.klimrek.contracts.popforms.EvidenceValidated;
import nl.klimrek.contracts.popforms.GoalAchieved;
import nl.klimrek.contracts.popforms.GoalAdjusted;
import nl.klimrek.contracts.popforms.GoalChanged;
import nl.klimrek.contracts.popforms.GoalDropped;
import nl.klimrek.contracts.popforms.GoalEvaluated;
import nl.klimrek.contracts.popforms.GoalRanked;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.contracts.popforms.GoalStarted;
import nl.klimrek.contracts.popforms.PopAgreed;
import nl.klimrek.contracts.popforms.PopConfirmed;
import nl.klimrek.contracts.popforms.PopFormsDisclosed;
import nl.klimrek.contracts.popforms.PopStarted;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.popforms.catalogue.Catalogue;
import nl.klimrek.popforms.link.ConversationLinks;
import nl.klimrek.popforms.link.LinkedConversation;
import nl.klimrek.popforms.plan.AgreedContent;
import nl.klimrek.popforms.plan.PlanRhythm;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.QuietGoalFinder;
import nl.klimrek.popforms.proposal.GoalProposals;
import nl.klimrek.popforms.skill.SkillList;
import nl.klimrek.popforms.team.PlanCard;
import nl.klimrek.popforms.team.PlanCardProjection;
import nl.klimrek.popforms.teamskills.PersonSkills;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.disclosure.DisclosedEventFactory;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.JobConfiguration;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** The pop-forms service: its document stores and the events that it reads. */
@KlimrekService
@Import({PeopleProjectionConfiguration.class, JobConfiguration.class})
public class PopFormsService {

    /** Name of the service, from which path, topic, database and consumer group follow. */
    public static final String NAME = "pop-forms";

    private static final List<String> NOT_FOUND = List.of(
            "pop-not-started",
            "skill-entry-unknown",
            "offer-unknown",
            "career-step-unknown",
            "version-unknown",
            "version-not-kept",
            "evidence-unknown");

    private static final List<String> BAD_REQUEST = List.of("offer-link-invalid", "activity-dates-out-of-order");

    private static final List<String> UNPROCESSABLE =
            List.of("conversation-not-yours", "target-date-past", "date-in-future", "validation-not-own");

    private static final List<Class<? extends Record>> FACTS_OF_PLANS = List.of(
            PopStarted.class,
            GoalSet.class,
            GoalChanged.class,
            GoalRanked.class,
            GoalStarted.class,
            GoalEvaluated.class,
            GoalAdjusted.class,
            GoalAchieved.class,
            GoalDropped.class,
            GoalStalled.class,
            ActivityPlanned.class,
            ActivityChanged.class,
            ActivityDropped.class,
            ActivityCompleted.class,
            EvidenceAdded.class,
            EvidenceValidated.class,
            PopConfirmed.class,
            PopAgreed.class);

    /** Starts the service and returns when it accepts requests. */
    public static ConfigurableApplicationContext start(Map<String, Object> overrides) {
        return ServiceLauncher.start(PopFormsService.class, NAME, overrides);
    }

    public static void main(String[] arguments) {
        ServiceLauncher.run(PopFormsService.class, NAME, arguments);
    }

    @Bean
    AggregateStore<Pop> planStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("plans", Pop.class, Pop::employee, PlanRhythm::nextLook));
    }

    @Bean
    AggregateStore<AgreedContent> agreedContentStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("agreed_contents", AgreedContent.class));
    }

    @Bean
    AggregateStore<GoalProposals> proposalStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("proposals", GoalProposals.class, GoalProposals::employee));
    }

    @Bean
    AggregateStore<LinkedConversation> linkedConversationStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("linked_conversations", LinkedConversation.class));
    }

    @Bean
    ClockJob quietGoalJob(QuietGoalFinder finder) {
        return finder.job();
    }

    @Bean
    AggregateStore<PlanCard> planCardStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("plan_cards", PlanCard.class));
    }

    @Bean
    AggregateStore<SkillList> skillListStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("skill_lists", SkillList.class, SkillList::id));
    }

    @Bean
    AggregateStore<Catalogue> catalogueStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("catalogues", Catalogue.class, Catalogue::id));
    }

    @Bean
    AggregateStore<PersonSkills> personSkillStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("person_skills", PersonSkills.class, PersonSkills::person)
                .withSubjectPrefix("skills-of-"));
    }

    @Bean
    EventHandlers handlers(
            EventCatalogue catalogue, PeopleProjection people, ConversationLinks links, PlanCardProjection cards) {
        EventHandlers handlers = links.register(people.register(new EventHandlers(NAME, catalogue)));
        FACTS_OF_PLANS.forEach(
                fact -> handlers.on(fact, (data, event) -> cards.renew(event.organisation(), event.subject())));
        return handlers;
    }

    @Bean
    RefusalStatus refusalStatus() {
        Map<String, HttpStatus> statuses = new HashMap<>();
        statuses.put("version-required", HttpStatus.PRECONDITION_REQUIRED);
        NOT_FOUND.forEach(code -> statuses.put(code, HttpStatus.NOT_FOUND));
        BAD_REQUEST.forEach(code -> statuses.put(code, HttpStatus.BAD_REQUEST));
        UNPROCESSABLE.forEach(code -> statuses.put(code, HttpStatus.UNPROCESSABLE_ENTITY));
        return RefusalStatus.of(statuses);
    }

    @Bean
    DisclosedEventFactory looks() {
        return PopFormsDisclosed::new;
    }
}
