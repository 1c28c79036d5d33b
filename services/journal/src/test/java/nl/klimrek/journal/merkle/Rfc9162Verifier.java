package nl.klimrek.journal.merkle;

import java.util.Arrays;
import java.util.List;

/**
 * The verification algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2, step by step as the text numbers them, over bytes. Shares no
 * code with the prover or with {@link ProofVerifier}.
 */
final class Rfc9162Verifier {

    private Rfc9162Verifier() {}

    /** §2.1.3.2. */
    static boolean included(byte[] leafHash, long leafIndex, long treeSize, List<byte[]> path, byte[] rootHash) {
        if (leafIndex < 0 || leafIndex >= treeSize) {
            return false;
        }
        long fn = leafIndex;
        long sn = treeSize - 1;
        byte[] r = leafHash;
        for (byte[] p : path) {
            if (sn == 0) {
                return false;
            }
            if (odd(fn) || fn == sn) {
                r = node(p, r);
                if (!odd(fn)) {
                    do {
                        fn >>= 1;
                        sn >>= 1;
                    } while (!odd(fn) && fn != 0);
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, rootHash);
    }

    /** §2.1.4.2, for sizes above 0. */
    static boolean consistent(long first, long second, List<byte[]> proof, byte[] firstHash, byte[] secondHash) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstHash, secondHash);
        }
        if (proof.isEmpty()) {
            return false;
        }
        boolean power = (first & (first - 1)) == 0;
        long fn = first - 1;
        long sn = second - 1;
        while (odd(fn)) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = power ? firstHash : proof.get(0);
        byte[] sr = fr;
        for (byte[] c : proof.subList(power ? 0 : 1, proof.size())) {
            if (sn == 0) {
                return false;
            }
            if (odd(fn) || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                if (!odd(fn)) {
                    do {
                        fn >>= 1;
                        sn >>= 1;
                    } while (!odd(fn) && fn != 0);
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstHash) && Arrays.equals(sr, secondHash);
    }

    private static boolean odd(long number) {
        return (number & 1) == 1;
    }

    private static byte[] node(byte[] left, byte[] right) {
        return NaiveTree.sha256(new byte[] {1}, left, right);
    }
}
