package nl.klimrek.reminders.webhookclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import nl.klimrek.reminders.webhookclient.PublicAddresses.PrivateAddressException;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "fec0::1"
            })
    void an_address_inside_a_network_is_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.215.14",
                "100.63.0.1",
                "100.128.0.1",
                "172.32.0.1",
                "198.20.0.1",
                "2a00:1450:400e:80c::2004",
                "2606:4700::1111"
            })
    void an_address_of_the_internet_is(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void one_private_address_refuses_a_name_unless_the_host_is_allowed() throws UnknownHostException {
        PublicAddresses addresses = new PublicAddresses(names("93.184.215.14", "10.0.0.1"), Set.of("internal"));
        assertThatThrownBy(() -> addresses.resolve("example.org")).isInstanceOf(PrivateAddressException.class);
        assertThat(addresses.resolve("Internal")).hasSize(2);
        assertThat(new PublicAddresses(names("93.184.215.14"), Set.of()).resolve("example.org"))
                .hasSize(1);
    }

    static DnsResolver names(String... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] found = new InetAddress[addresses.length];
                for (int i = 0; i < addresses.length; i++) {
                    found[i] = InetAddress.getByName(addresses[i]);
                }
                return found;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
