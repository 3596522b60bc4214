# SPDX-License-Identifier: GPL-3.0-or-later
# The id library: from a prototype to its string and its type id, in plain C,
# without GCC.  This is the one list of its sources: the plugin, kcfi-audit, the
# unit tests, the fuzzer and libkcfi-ids.a are all made from it.  Included by the
# Makefile.
#
#   make ids        build/ids/libkcfi-ids.a, for programs of this machine;
#                   gimple/ids/kcfi-ids.h is its header
#   make ids-fuzz   fuzz its re-mangler for FUZZ_SECONDS (default 60) with libFuzzer

ids-sources := $(addprefix gimple/ids/,encoding.c mangle.c mangle-tag.c mask.c record.c \
	remangle.c $(addprefix remangle-,argument.c entity.c expression.c name.c \
	output.c prefix.c reader.c tree.c type.c writer.c) type-id.c type-model.c \
	type-table.c virtual-mode.c) plugin/base/text.c

ids-out := build/ids
ids-library := $(ids-out)/libkcfi-ids.a
ids-objects := $(patsubst %,$(ids-out)/%.o,$(ids-sources))

.PHONY: ids clean-ids
ids: $(ids-library)

$(ids-library): $(ids-objects)
	@echo "  AR  $@"
	@rm -f $@
	@$(AR) rcs $@ $(ids-objects)

$(ids-out)/%.c.o: %.c
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(HOSTCC) $(c-flags) -MMD -MP -c -o $@ $<

-include $(patsubst %.o,%.d,$(ids-objects))

.PHONY: ids-fuzz
ids-fuzz: setup-check
	@testsuite/random/cxx-types/fuzz.sh "$(ids-out)/fuzz" \
		"$${FUZZ_SECONDS:-60}" $(ids-sources)

clean: clean-ids
clean-ids:
	rm -rf $(ids-out)
