/**
 * The services in processes of their own, on three brokers and a store in processes of their own, each of them killed with
 * {@code kill -9} while people work; and then looked at from outside, over Kafka and HTTP.
 */
package nl.klimrek.acceptance.apart;
