using PimBot.Domain.Access;

namespace PimBot.Application.Access.AsCode;

/// <summary>In what two versions of a person, group, scope or role differ.</summary>
internal sealed class DirectoryDifferences(DirectoryNames names)
{
    private const string None = "none";

    public IReadOnlyList<DirectoryDetail> Between(Scope before, Scope after) =>
        Differing(
            ("name", before.Name, after.Name),
            (
                "kind",
                Word(DirectoryVocabulary.ScopeKinds, before.Kind),
                Word(DirectoryVocabulary.ScopeKinds, after.Kind)
            ),
            ("lies in", Scope(before.Parent), Scope(after.Parent))
        );

    public static IReadOnlyList<DirectoryDetail> Between(Role before, Role after) =>
        Differing(
            ("name", before.Name, after.Name),
            ("kind", Word(DirectoryVocabulary.RoleKinds, before.Kind), Word(DirectoryVocabulary.RoleKinds, after.Kind)),
            ("privileged", YesNo(before.Privileged), YesNo(after.Privileged)),
            ("short names", Joined(before.Aliases), Joined(after.Aliases))
        );

    public IReadOnlyList<DirectoryDetail> Between(Person before, Person after) =>
        Differing(
            ("name", before.Name, after.Name),
            ("user principal name", before.Upn ?? None, after.Upn ?? None),
            ("mail", before.Mail ?? None, after.Mail ?? None),
            ("second mail", before.SecondaryMail ?? None, after.SecondaryMail ?? None),
            (
                "kind",
                Word(DirectoryVocabulary.PersonKinds, before.Kind),
                Word(DirectoryVocabulary.PersonKinds, after.Kind)
            ),
            ("linked to", Person(before.LinkedTo), Person(after.LinkedTo)),
            ("manager", Person(before.Manager), Person(after.Manager)),
            ("enabled", YesNo(before.Enabled), YesNo(after.Enabled)),
            ("last sign-in", Moment(before.LastSignIn), Moment(after.LastSignIn))
        );

    public IReadOnlyList<DirectoryDetail> Between(Group before, Group after) =>
        [
            .. Differing(("name", before.Name, after.Name)),
            .. Members("members", before.Members, after.Members),
            .. Members("owners", before.Owners, after.Owners),
        ];

    // The order of members means nothing.
    private IEnumerable<DirectoryDetail> Members(
        string what,
        IReadOnlyList<PersonId> before,
        IReadOnlyList<PersonId> after
    )
    {
        var (gone, come) = (before.Except(after).ToList(), after.Except(before).ToList());
        if (gone.Count > 0 || come.Count > 0)
        {
            yield return new(what, Count(before, gone, "without"), Count(after, come, "with"));
        }
    }

    private string Count(IReadOnlyList<PersonId> all, List<PersonId> differing, string word) =>
        differing.Count == 0
            ? DirectoryCounting.Number(all.Count)
            : $"{DirectoryCounting.Number(all.Count)} ({word} {DirectoryCounting.Some([.. differing.Select(names.Of)])})";

    private static List<DirectoryDetail> Differing(
        params ReadOnlySpan<(string What, string Before, string After)> values
    )
    {
        var details = new List<DirectoryDetail>();
        foreach (var (what, before, after) in values)
        {
            if (!string.Equals(before, after, StringComparison.Ordinal))
            {
                details.Add(new(what, before, after));
            }
        }

        return details;
    }

    private string Person(PersonId? person) => person is { } id ? names.Of(id) : None;

    private string Scope(ScopeId? scope) => scope is { } id ? names.Of(id) : None;

    private static string Moment(DateTimeOffset? moment) =>
        moment is { } given ? DirectoryPeriodWords.Exact(given) : None;

    private static string Joined(IReadOnlyList<string> texts) => texts.Count == 0 ? None : string.Join(", ", texts);

    private static string YesNo(bool flag) => flag ? "yes" : "no";

    private static string Word<T>(IReadOnlyDictionary<string, T> vocabulary, T value)
        where T : struct, Enum => DirectoryNodes.Word(vocabulary, value).Text;
}
