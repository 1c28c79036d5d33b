package nl.klimrek.portal.platform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two threads that check the broker and the store at the same time; they stop when idle. */
@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {
    private static final int PARTS = 2;

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService readinessThreads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(PARTS, PARTS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
