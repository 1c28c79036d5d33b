package nl.klimrek.conversations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Ends planning before a write of a test's choice, as a kill does: neither that write nor anything that planning wants to
 * do after it reaches the store. What listens and what relays goes on.
 */
final class CutOff implements BeanPostProcessor {

    private static final Set<String> WRITES = Set.of("insertOne", "findOneAndUpdate", "updateOne", "replaceOne");
    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);
    private static final AtomicBoolean CUT = new AtomicBoolean();

    /** The first write that is not done, counted from 1. */
    static void before(int write) {
        CUT.set(false);
        LEFT.set(write);
    }

    /** Lets everybody go on; tells whether somebody was ended. */
    static boolean mend() {
        LEFT.set(Integer.MAX_VALUE);
        return CUT.getAndSet(false);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof MongoDatabaseFactory factory ? proxy(MongoDatabaseFactory.class, factory) : bean;
    }

    private static <T> T proxy(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                CutOff.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(real, method, arguments)));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        boolean counts = real instanceof MongoCollection && planning();
        boolean last = counts && !CUT.get() && WRITES.contains(method.getName()) && LEFT.getAndDecrement() == 1;
        if (counts && (CUT.get() || last)) {
            CUT.set(true);
            throw new IllegalStateException("planning was killed here");
        }
        Object answer = invoke(real, method, arguments);
        return answer instanceof MongoDatabase database
                ? proxy(MongoDatabase.class, database)
                : answer instanceof MongoCollection<?> collection ? proxy(MongoCollection.class, collection) : answer;
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static boolean planning() {
        String thread = Thread.currentThread().getName();
        return thread.startsWith("planning") || thread.startsWith("http") || thread.startsWith("tomcat-handler");
    }
}
