package org.jauap.understanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jauap.StartupProblem;
import org.jauap.agency.Catalogue;
import org.jauap.agency.Intent;
import org.jauap.nlp.Classification;
import org.jauap.nlp.Classifier;
import org.jauap.nlp.InvalidDataException;
import org.jauap.nlp.Label;
import org.jauap.nlp.Language;
import org.jauap.nlp.Training;
import org.jauap.nlp.TrainingData;
import org.jauap.settings.ConfigFolder;
import org.jauap.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The model in use: found in the models' folder under the fingerprint of the data it comes from, trained there
 * when it isn't. Only what the catalogue has can come out of it. That happens after everything else has been set up and
 * before anything starts to work: whatever else is wrong is told before the training.
 */
@Component
public class Model implements Understander, SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(Model.class);

	/** Bytes of heap that training takes for each message, measured: 1.5 GB for 15,000. */
	private static final long MEMORY_FOR_A_MESSAGE = 100_000;

	private final List<Label> labels;

	private final ConfigFolder config;

	private final Path folder;

	private final Timer timer;

	private final MultiGauge versions;

	/** Until the classifier is there; it takes a lot of memory. */
	private @Nullable TrainingData data;

	private volatile @Nullable Classifier classifier;

	Model(Catalogue catalogue, ConfigFolder config, Settings settings, MeterRegistry metrics) {
		this.labels = catalogue.intents().stream().map(Intent::label).toList();
		this.config = config;
		this.folder = settings.modelsDir();
		this.timer = Timer.builder("jauap.classification").publishPercentiles(0.5, 0.99).register(metrics);
		this.versions = MultiGauge.builder("jauap.model").description("The model in use").register(metrics);
		try {
			this.data = data();
		}
		catch (InvalidDataException ex) {
			throw new StartupProblem(ex.getMessage(), ex);
		}
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.data != null) {
			use(find(this.data));
			this.data = null;
		}
	}

	@Override
	public Classification understand(String text, @Nullable Language language) {
		return this.timer.record(() -> classifier().classify(text, language));
	}

	/** Names the data and the method that the model comes from. */
	public String version() {
		return classifier().version();
	}

	/**
	 * Reads catalogue's messages and concepts anew and takes the model they make into use: the one in the models' folder, or
	 * one that is trained now, which takes up to a minute. Until then, and when anything is wrong, the old one stays;
	 * each reading of a text is done by one of them from beginning to end.
	 * @return the version now in use
	 * @throws InvalidDataException if a line of the data has not the form; the message names file, line and reason
	 * @throws IOException if the model's file is broken, or memory is too short to train one
	 */
	public synchronized String reload() throws IOException {
		TrainingData current = data();
		Path file = file(current);
		if (Files.exists(file)) {
			use(Classifier.load(file));
			return version();
		}
		if (freeMemory() < current.messages().size() * MEMORY_FOR_A_MESSAGE) {
			throw new IOException("there is too little memory to train a model beside the work; restart with more (-Xmx2g), or "
					+ "train it elsewhere and put it in " + this.folder + " as " + file.getFileName());
		}
		use(train(current, file));
		return version();
	}

	private static long freeMemory() {
		Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
	}

	private void use(Classifier next) {
		this.classifier = next;
		this.versions.register(List.of(MultiGauge.Row.of(Tags.of("version", next.version()), 1)), true);
	}

	private Classifier classifier() {
		return Objects.requireNonNull(this.classifier, "the start is not over");
	}

	private TrainingData data() {
		TrainingData all = TrainingData.builtIn();
		if (this.config.path().isPresent()) {
			all = all.with(this.config.path().get());
		}
		refuseUnknown(this.labels, all);
		return all.about(this.labels);
	}

	/** An intent that no message and no concept speaks of could never be recognised. */
	private static void refuseUnknown(List<Label> labels, TrainingData data) {
		labels.stream().filter(label -> !data.speaksOf(label)).findFirst().ifPresent(label -> {
			throw new InvalidDataException("catalogue.yaml", 0, "intent '" + label
					+ "' is unknown to the classifier: correct its code, or add messages in CONFIG_DIR/intents/<language>/"
					+ label + ".txt");
		});
	}

	private Path file(TrainingData data) {
		return this.folder.resolve(data.fingerprint().substring(0, 16) + ".bin");
	}

	private Classifier find(TrainingData data) {
		Path file = file(data);
		if (Files.exists(file)) {
			try {
				return Classifier.load(file);
			}
			catch (IOException ex) {
				LOG.warn("The model {} is broken and is trained anew: {}", file, ex.getMessage());
			}
		}
		return train(data, file);
	}

	private static Classifier train(TrainingData data, Path file) {
		LOG.info("Training the model from {} messages, once; this takes up to a minute …", data.messages().size());
		long start = System.nanoTime();
		Classifier trained = Training.train(data);
		try {
			Files.createDirectories(file.getParent());
			trained.save(file);
		}
		catch (IOException ex) {
			LOG.warn("The trained model can't be kept in {} and will be trained again at the next start: {}", file,
					ex.toString());
		}
		LOG.info("Model trained in {} s", Duration.ofNanos(System.nanoTime() - start).toSeconds());
		return trained;
	}

}
