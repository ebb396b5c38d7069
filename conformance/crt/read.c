/*
 * Reads both files with the parser of the common runtime: a line "CONFIG<tab>CREDENTIALS" of paths
 * in ("-" for none), lines of hexadecimal words out, up to a ".". The parser has no way to list the names of
 * sections, hence its source is compiled in.
 */
#include "aws_profile.c"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void s_word(const struct aws_string *word) {
    putchar(' ');
    putchar('x');
    for (size_t at = 0; at < word->len; ++at) {
        printf("%02x", word->bytes[at]);
    }
}

static struct aws_profile_collection *s_open(const char *path, enum aws_profile_source_type type) {
    struct aws_string *name = aws_string_new_from_c_str(aws_default_allocator(), path);
    struct aws_profile_collection *collection =
        aws_profile_collection_new_from_file(aws_default_allocator(), name, type);
    aws_string_destroy(name);
    return collection;
}

static void s_section(int type, const struct aws_profile *section) {
    printf("section %d", type);
    s_word(section->name);
    putchar('\n');
    struct aws_hash_iter all = aws_hash_iter_begin(&section->properties);
    for (; !aws_hash_iter_done(&all); aws_hash_iter_next(&all)) {
        struct aws_profile_property *property = all.element.value;
        struct aws_hash_iter subs = aws_hash_iter_begin(&property->sub_properties);
        bool block = !aws_hash_iter_done(&subs);
        /* Under an empty value the text of the block is the value: it is left out. */
        if (!block || !property->is_empty_valued) {
            printf("property");
            s_word(property->name);
            s_word(property->value);
            putchar('\n');
        }
        for (; !aws_hash_iter_done(&subs); aws_hash_iter_next(&subs)) {
            printf("sub");
            s_word(property->name);
            s_word(subs.element.key);
            s_word(subs.element.value);
            putchar('\n');
        }
    }
}

int main(void) {
    aws_common_library_init(aws_default_allocator());
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, stdin) > 0) {
        char *config_path = strtok(line, "\t");
        char *credentials_path = strtok(NULL, "\n");
        bool has_config = strcmp(config_path, "-") != 0;
        bool has_credentials = strcmp(credentials_path, "-") != 0;
        struct aws_profile_collection *config = has_config ? s_open(config_path, AWS_PST_CONFIG) : NULL;
        struct aws_profile_collection *credentials =
            has_credentials ? s_open(credentials_path, AWS_PST_CREDENTIALS) : NULL;
        if (has_config && !config) {
            puts("fatal config");
        }
        if (has_credentials && !credentials) {
            puts("fatal credentials");
        }
        struct aws_profile_collection *merged =
            aws_profile_collection_new_from_merge(aws_default_allocator(), config, credentials);
        for (int type = 0; type < AWS_PROFILE_SECTION_TYPE_COUNT; ++type) {
            struct aws_hash_iter all = aws_hash_iter_begin(&merged->sections[type]);
            for (; !aws_hash_iter_done(&all); aws_hash_iter_next(&all)) {
                s_section(type, all.element.value);
            }
        }
        puts(".");
        fflush(stdout);
        aws_profile_collection_release(merged);
        aws_profile_collection_release(config);
        aws_profile_collection_release(credentials);
    }
    free(line);
    return 0;
}
