package nl.klimrek.testkit.guarantees;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Fails a test again that failed before in this process. {@code infra/test} gives an integration test a second attempt;
 * a guarantee that was broken once is broken, so the searches for broken guarantees have this extension.
 */
public final class NoSecondAttempt implements TestWatcher, BeforeEachCallback {

    private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
        FAILED.add(test.getUniqueId());
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        if (FAILED.contains(test.getUniqueId())) {
            throw new AssertionError(
                    "This test failed before in this run. It has no second attempt; see its first failure.");
        }
    }
}
