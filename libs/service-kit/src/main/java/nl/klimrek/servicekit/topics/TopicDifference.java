package nl.klimrek.servicekit.topics;

/**
 * One way in which a topic of the broker differs from its declaration.
 *
 * @param topic topic name
 * @param setting {@value #EXISTENCE}, {@value #PARTITIONS}, {@value #REPLICAS} or a Kafka topic setting
 * @param declared declared value
 * @param actual value at the broker
 */
public record TopicDifference(String topic, String setting, String declared, String actual) {

    public static final String EXISTENCE = "existence";
    public static final String PARTITIONS = "partitions";
    public static final String REPLICAS = "replicas";

    static TopicDifference missing(String topic) {
        return new TopicDifference(topic, EXISTENCE, "present", "missing");
    }

    public boolean isMissing() {
        return setting.equals(EXISTENCE);
    }

    @Override
    public String toString() {
        return isMissing()
                ? topic + " does not exist"
                : topic + " has " + setting + " " + actual + ", declared is " + declared;
    }
}
