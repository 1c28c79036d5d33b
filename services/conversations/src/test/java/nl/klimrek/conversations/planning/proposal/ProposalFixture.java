package nl.klimrek.conversations.planning.proposal;

import nl.klimrek.conversations.calendar.BusyTimes;
import nl.klimrek.conversations.coach.CoachFixture;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.overview.Overview;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.large.InMemoryStores;
import nl.klimrek.conversations.planning.availability.ManagerCapacity;
import nl.klimrek.conversations.planning.availability.ManagerOverload;
import nl.klimrek.conversations.planning.availability.OverloadProjection;
import nl.klimrek.conversations.planning.availability.OverloadProjection.OverloadList;
import nl.klimrek.conversations.planning.availability.PersonCalendarReader;
import nl.klimrek.conversations.planning.availability.PlannerSettings;
import nl.klimrek.conversations.planning.availability.PublicHolidays;
import nl.klimrek.conversations.planning.availability.RegionSettings;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;

/** The proposals of one instance, on stores in memory. */
public final class ProposalFixture {

    private static final PublicHolidays HOLIDAYS = new PublicHolidays(new RegionSettings("nl"));
    private static final PlannerSettings SETTINGS = new PlannerSettings(15, 3, 8, 2);

    private ProposalFixture() {}

    public static ProposalService proposals(
            InMemoryStores stores,
            AggregateStore<Conversation> conversations,
            CurrentRoster roster,
            PlanningThreads writers) {
        PersonCalendarReader calendars = new PersonCalendarReader(
                stores.readDocuments("busy_times", BusyTimes.class),
                stores.store(new AggregateType<>("capacities", ManagerCapacity.class, ManagerCapacity::manager)),
                CoachFixture.register(stores, roster),
                new RegionSettings("nl"),
                SETTINGS);
        OverviewProjection agendas = new OverviewProjection(
                stores.readDocuments("agendas", Overview.class),
                conversations,
                roster,
                CoachFixture.register(stores, roster));
        return new ProposalService(
                new TimetableFactory(calendars, agendas, HOLIDAYS, SETTINGS, roster),
                calendars,
                new DiaryService(stores.readDocuments("diaries", Diary.class), writers, roster),
                conversations,
                new OverloadProjection(
                        stores.store(new AggregateType<>("overloads", ManagerOverload.class, ManagerOverload::manager)),
                        stores.readDocuments("overload_lists", OverloadList.class)),
                roster);
    }
}
