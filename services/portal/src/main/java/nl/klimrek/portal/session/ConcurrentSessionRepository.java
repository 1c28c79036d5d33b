package nl.klimrek.portal.session;

import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.session.SessionRepository;
import org.springframework.session.data.mongo.AbstractMongoSessionConverter;
import org.springframework.session.data.mongo.MongoIndexedSessionRepository;
import org.springframework.session.data.mongo.MongoSession;

/**
 * Writes what a request changed in its session, where Spring's repository writes the whole session as the request had read it.
 * So no request undoes a change of another one at the same time, and none brings back a session that has ended meanwhile. Of
 * two values for one attribute the later write stays.
 */
final class ConcurrentSessionRepository implements SessionRepository<RequestSession> {
    private static final TypeDescriptor DOCUMENT = TypeDescriptor.valueOf(Document.class);
    private static final TypeDescriptor SESSION = TypeDescriptor.valueOf(MongoSession.class);
    private static final String ATTRIBUTES = "attr";

    private final MongoIndexedSessionRepository sessions;
    private final AbstractMongoSessionConverter converter;
    private final MongoOperations store;
    private final String collection;

    ConcurrentSessionRepository(
            MongoIndexedSessionRepository sessions,
            AbstractMongoSessionConverter converter,
            MongoOperations store,
            String collection) {
        this.sessions = sessions;
        this.converter = converter;
        this.store = store;
        this.collection = collection;
    }

    @Override
    public RequestSession createSession() {
        return new RequestSession(sessions.createSession(), false);
    }

    @Override
    public void save(RequestSession session) {
        String stored = session.storedId();
        if (stored == null) {
            sessions.save(session.session());
        } else if (!stored.equals(session.getId())) {
            // The session of before the sign-in ends with its id.
            sessions.save(session.session());
            sessions.deleteById(stored);
        } else if (session.isChanged()) {
            change(session);
        } else {
            touch(session);
        }
        session.isStored();
    }

    private void touch(RequestSession session) {
        Date accessed = Date.from(session.getLastAccessedTime());
        Date expires = Date.from(session.getLastAccessedTime().plus(session.getMaxInactiveInterval()));
        store.updateFirst(
                byId(session.getId()), Update.update("accessed", accessed).set("expireAt", expires), collection);
    }

    /** Repeats until no other request wrote in between; a session that is gone stays gone. */
    private void change(RequestSession session) {
        Document now = read(session.getId());
        while (now != null) {
            MongoSession latest = Objects.requireNonNull((MongoSession) converter.convert(now, DOCUMENT, SESSION));
            session.changeAlso(latest);
            Object changed = converter.convert(latest, SESSION, TypeDescriptor.valueOf(com.mongodb.DBObject.class));
            Query unchanged =
                    byId(session.getId()).addCriteria(Criteria.where(ATTRIBUTES).is(now.get(ATTRIBUTES)));
            if (store.replace(unchanged, Objects.requireNonNull(changed), collection)
                            .getMatchedCount()
                    == 1) {
                return;
            }
            now = read(session.getId());
        }
    }

    private @Nullable Document read(String id) {
        return store.findById(id, Document.class, collection);
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }

    @Override
    public @Nullable RequestSession findById(String id) {
        MongoSession session = sessions.findById(id);
        return session == null ? null : new RequestSession(session, true);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }
}
