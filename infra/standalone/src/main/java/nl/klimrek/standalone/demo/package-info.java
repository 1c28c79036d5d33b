/** {@code infra/demo}: plays one full cycle on a running platform through public interfaces, with a proof of each step. */
package nl.klimrek.standalone.demo;
