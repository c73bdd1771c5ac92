package org.jauap.console;

import java.util.ArrayList;
import java.util.List;

import org.jauap.agency.Agency;
import org.jauap.agency.Catalogue;
import org.jauap.nlp.Language;

/** A queue by its name: an agency's, or triage. */
record Place(String code, String name) {

	static List<Place> all(Catalogue catalogue, Language language) {
		List<Place> places = new ArrayList<>();
		catalogue.agencies()
			.forEach(agency -> places.add(new Place(agency.code(), agency.names().in(language))));
		places.add(new Place(Agency.TRIAGE, catalogue.agencyName(Agency.TRIAGE, language)));
		return List.copyOf(places);
	}

}
