package org.jauap.agency;

import org.jauap.settings.ConfigFolder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgencyConfiguration {

	@Bean
	Catalogue catalogue(ConfigFolder config) {
		return CatalogueFile.read(config.file("catalogue.yaml"));
	}

	@Bean
	WorkCalendar workCalendar(ConfigFolder config) {
		return CalendarFile.read(config.file("calendar.yaml"));
	}

}
