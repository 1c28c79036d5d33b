package nl.klimrek.reminders.webhookclient;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to public addresses alone. The connection is made to the addresses that were checked here, so a name that leads
 * elsewhere a moment later changes nothing.
 */
final class PublicAddresses implements DnsResolver {

    private final DnsResolver names;
    private final Set<String> internalHosts;

    /** @param internalHosts hosts that may have any address */
    PublicAddresses(DnsResolver names, Set<String> internalHosts) {
        this.names = names;
        this.internalHosts = internalHosts;
    }

    /** One address that is not public refuses the name. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        if (!internalHosts.contains(host.toLowerCase(Locale.ROOT))
                && !Arrays.stream(found).allMatch(PublicAddresses::isPublic)) {
            throw new PrivateAddressException();
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : address instanceof Inet6Address && isPublic6(bytes);
    }

    /** Special-purpose blocks of IANA's registry that Java has no question for. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean protocol = first == 192 && second == 0 && (bytes[2] & 0xff) <= 2;
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        boolean documentation = first == 198 && second == 51 || first == 203 && second == 0 && (bytes[2] & 0xff) == 113;
        return first != 0 && first < 240 && !shared && !protocol && !benchmark && !documentation;
    }

    /** Only global unicast, without the blocks in which an address of version 4 hides. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = first >= 0x2000 && first < 0x4000;
        boolean protocolOrDocumentation = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        return global && first != 0x2002 && !protocolOrDocumentation && first != 0x3fff;
    }

    /** A name leads to an address that is not public. */
    static final class PrivateAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateAddressException() {
            super("the name leads to an address that is not public");
        }
    }
}
