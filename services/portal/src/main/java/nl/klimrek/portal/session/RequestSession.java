package nl.klimrek.portal.session;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.data.mongo.MongoSession;

/** A session as one request sees it, with what this request changed. Not for several threads. */
final class RequestSession implements Session {
    private final MongoSession session;
    private final Map<String, Optional<Object>> changes = new LinkedHashMap<>();
    /** The id in the store; null until the session is stored. */
    private @Nullable String storedId;

    RequestSession(MongoSession session, boolean stored) {
        this.session = session;
        this.storedId = stored ? session.getId() : null;
    }

    MongoSession session() {
        return session;
    }

    @Nullable
    String storedId() {
        return storedId;
    }

    boolean isChanged() {
        return !changes.isEmpty();
    }

    /** Makes the same changes to another copy of the session. */
    void changeAlso(MongoSession other) {
        changes.forEach((name, value) ->
                value.ifPresentOrElse(set -> other.setAttribute(name, set), () -> other.removeAttribute(name)));
        other.setLastAccessedTime(session.getLastAccessedTime());
        other.setMaxInactiveInterval(session.getMaxInactiveInterval());
    }

    void isStored() {
        storedId = session.getId();
        changes.clear();
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String changeSessionId() {
        return session.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as Spring Session declares it
    public <T> @Nullable T getAttribute(String name) {
        return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        if (!(value instanceof Serializable)) {
            throw new IllegalArgumentException("Attribute " + name + " is not serializable: " + value.getClass());
        }
        session.setAttribute(name, value);
        changes.put(name, Optional.of(value));
    }

    @Override
    public void removeAttribute(String name) {
        if (session.getAttribute(name) != null) {
            session.removeAttribute(name);
            changes.put(name, Optional.empty());
        }
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant accessed) {
        session.setLastAccessedTime(accessed);
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }
}
