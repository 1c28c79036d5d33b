package nl.klimrek.people.signin;

import java.util.Map;
import java.util.TreeMap;

/**
 * The one account that a person has at each issuer, so that a second account cannot take its place.
 *
 * @param byIssuer id of the sign-in
 */
public record SignInClaims(Map<String, String> byIssuer) {

    public SignInClaims {
        byIssuer = Map.copyOf(byIssuer);
    }

    /** Whether this account is, or can become, the person's. */
    boolean free(String issuer, String signIn) {
        return byIssuer.getOrDefault(issuer, signIn).equals(signIn);
    }

    SignInClaims with(String issuer, String signIn) {
        Map<String, String> next = new TreeMap<>(byIssuer);
        next.put(issuer, signIn);
        return new SignInClaims(next);
    }

    SignInClaims without(String signIn) {
        Map<String, String> next = new TreeMap<>(byIssuer);
        next.values().remove(signIn);
        return new SignInClaims(next);
    }
}
