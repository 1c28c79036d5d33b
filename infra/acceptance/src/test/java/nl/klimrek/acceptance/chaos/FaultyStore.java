package nl.klimrek.acceptance.chaos;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * The store as one instance reaches it. It wraps the driver's interface, so that all code above it is production code.
 *
 * @param life lifecycle of the calling instance
 * @param published collection whose documents publish events and which has the fault points
 */
record FaultyStore(
        InstanceLifecycle life,
        FaultInjector faults,
        GuaranteeRecorder recorder,
        String published,
        ProtocolBreach breach) {

    MongoDatabase around(MongoDatabase real) {
        return proxy(MongoDatabase.class, (self, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof MongoCollection<?> collection ? around(documents(collection)) : result;
        });
    }

    @SuppressWarnings("unchecked")
    private static MongoCollection<Document> documents(MongoCollection<?> collection) {
        return (MongoCollection<Document>) collection;
    }

    private MongoCollection<?> around(MongoCollection<Document> real) {
        boolean publishes = real.getNamespace().getCollectionName().equals(published);
        return proxy(MongoCollection.class, (self, method, arguments) -> switch (method.getName()) {
            case "getNamespace", "createIndex" -> call(real, method, arguments);
            case "insertOne", "findOneAndUpdate" ->
                publishes ? write(real, method, arguments) : pass(real, method, arguments);
            case "bulkWrite" -> removes(arguments) ? remove(real, method, arguments) : pass(real, method, arguments);
            default -> pass(real, method, arguments);
        });
    }

    private Object pass(Object real, Method method, Object[] arguments) throws Throwable {
        life.pass();
        faults.store();
        Object result = call(real, method, arguments);
        faults.store();
        life.pass();
        return result;
    }

    private Object write(Object real, Method method, Object[] arguments) throws Throwable {
        life.at(FaultPoint.BEFORE_WRITE);
        if (breach == ProtocolBreach.NO_VERSION_CONDITION && method.getName().equals("findOneAndUpdate")) {
            ((Document) arguments[0]).keySet().retainAll(Set.of("_id"));
        }
        Object result = pass(real, method, arguments);
        life.at(FaultPoint.AFTER_WRITE_BEFORE_SEND);
        return result;
    }

    private Object remove(MongoCollection<Document> real, Method method, Object[] arguments) throws Throwable {
        life.at(FaultPoint.AFTER_ACK_BEFORE_REMOVAL);
        List<?> models = (List<?>) arguments[0];
        if (models.size() > 1 && life.isArmed(FaultPoint.MIDDLE_OF_A_BATCH)) {
            List<?> half = models.subList(0, models.size() / 2);
            call(real, method, new Object[] {half, arguments[1]});
            removed(half);
            life.at(FaultPoint.MIDDLE_OF_A_BATCH);
        }
        Object result = pass(real, method, arguments);
        removed(models);
        return result;
    }

    private void removed(List<?> models) {
        for (Object model : models) {
            recorder.removed(pull(model)
                    .get("outbox", Document.class)
                    .get("id", Document.class)
                    .getList("$in", String.class));
        }
    }

    /** Tells a removal from a bulk lease update, which has no {@code $pull}. */
    private static boolean removes(Object[] arguments) {
        return pull(((List<?>) arguments[0]).get(0)) != null;
    }

    private static Document pull(Object model) {
        return ((Document) ((UpdateOneModel<?>) model).getUpdate()).get("$pull", Document.class);
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FaultyStore.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
