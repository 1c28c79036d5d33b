/** {@code infra/demo}: plays one full cycle on a running platform through public interfaces, with a proof of each step. */
@NullMarked
package nl.klimrek.standalone.demo;

import org.jspecify.annotations.NullMarked;
