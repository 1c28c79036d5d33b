package nl.klimrek.portal.form;

import java.time.Clock;
import java.util.function.UnaryOperator;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.portal.reader.PersonErasureListener;
import nl.klimrek.portal.reader.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Stores {@link PersonDrafts}, one document for each person, and deletes expired drafts. */
@Component
class DraftStore implements PersonErasureListener {
    private static final Logger LOG = LoggerFactory.getLogger(DraftStore.class);
    private static final int BATCH_SIZE = 200;
    private final AggregateStore<PersonDrafts> drafts;
    private final Clock clock;

    DraftStore(AggregateStoreFactory stores, Clock clock) {
        this.drafts = stores.create(new AggregateType<>("drafts", PersonDrafts.class, null, PersonDrafts::due));
        this.clock = clock;
    }

    PersonDrafts of(Viewer viewer) {
        return drafts.find(key(viewer))
                .map(Versioned::state)
                .orElse(PersonDrafts.NONE)
                .at(clock.instant());
    }

    void keep(Viewer viewer, FormDraft form) {
        change(key(viewer), before -> before.with(form));
    }

    void forget(Viewer viewer, String at, String form) {
        change(key(viewer), before -> before.without(at, form));
    }

    /** Deletes all drafts of a person who was erased from the directory. */
    @Override
    public void erased(Organisation organisation, String person) {
        drafts.handle(
                Key.of(organisation, person),
                MessageContext.system("drafts"),
                found -> found.isPresent() ? Decision.accept(PersonDrafts.NONE) : Decision.unchanged());
    }

    /** Deletes expired drafts. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forgetOld() {
        try {
            drafts.due(clock.instant(), BATCH_SIZE).forEach(key -> change(key, before -> before.at(clock.instant())));
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "Old drafts could not be forgotten and wait for the next time: {}",
                    unavailable.getClass().getName());
        }
    }

    private void change(Key key, UnaryOperator<PersonDrafts> change) {
        drafts.handle(key, MessageContext.system("drafts"), found -> {
            PersonDrafts before = found.orElse(PersonDrafts.NONE);
            PersonDrafts after = change.apply(before);
            return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
        });
    }

    private static Key key(Viewer viewer) {
        return Key.of(viewer.organisation(), viewer.person());
    }
}
