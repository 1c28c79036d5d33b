package nl.klimrek.conversations.career;

import java.time.LocalDate;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Lets the day come on which an employee is looked at. */
public final class CareerInvitationClock {

    private CareerInvitationClock() {}

    /** The store's own state of an employee, looked at on this day. */
    public static void looksOn(
            AggregateStore<?> store, Organisation organisation, String person, @Nullable LocalDate day) {
        invitations(store)
                .handle(
                        CareerInvitationService.key(organisation, person),
                        MessageContext.system("test"),
                        found -> found.<Decision<CareerInvitation>>map(now ->
                                        Decision.accept(new CareerInvitation(person, day, now.invitedOn(), now.had())))
                                .orElseGet(Decision::unchanged));
    }

    /** The store's own state of an employee, on whom no day was set, as before there were invitations. */
    public static void looksNever(AggregateStore<?> store, Organisation organisation, String person) {
        looksOn(store, organisation, person, null);
    }

    /** A new instance of the job that gives people their day, as one after a kill has it; everybody is still to be read. */
    public static ClockJob knownPeopleJob(ServiceUnderTest service) {
        MongoDatabaseFactory mongo = service.bean(MongoDatabaseFactory.class);
        mongo.getMongoDatabase().getCollection("finished_jobs").deleteOne(new Document("_id", KnownPeopleJob.NAME));
        return new KnownPeopleJob(mongo, service.bean(CareerInvitationService.class));
    }

    /** The day on which an employee is looked at; null for never, and where nobody is awaited. */
    public static @Nullable LocalDate lookOn(AggregateStore<?> store, Organisation organisation, String person) {
        return invitations(store)
                .find(CareerInvitationService.key(organisation, person))
                .map(found -> found.state().lookOn())
                .orElse(null);
    }

    @SuppressWarnings("unchecked") // The one store of that bean.
    private static AggregateStore<CareerInvitation> invitations(AggregateStore<?> store) {
        return (AggregateStore<CareerInvitation>) store;
    }
}
