/** {@code infra/hr-events}: an HR export as it comes, turned into records on the inbound topic and followed until each has arrived. */
package nl.klimrek.standalone.hr;
