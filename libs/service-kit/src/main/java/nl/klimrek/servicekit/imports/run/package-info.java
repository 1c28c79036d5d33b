/** Works on imports in the background, some seconds at a time. */
package nl.klimrek.servicekit.imports.run;
