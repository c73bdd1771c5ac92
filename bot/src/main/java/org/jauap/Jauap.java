package org.jauap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway between citizens in a messenger and the officials who answer them. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Jauap {

	public static void main(String[] args) {
		SpringApplication.run(Jauap.class, args);
	}

}
