using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs;
using PimBot.Domain.Policies;
using PimBot.Testing;

namespace PimBot.Bot.Tests.Cards;

public sealed class FormLimitTests
{
    [Fact]
    public void What_a_client_sends_in_place_of_a_choice_is_not_on_the_form_that_comes_back()
    {
        var book = new string('x', 50_000);
        var form = ActivationFormCard.For(
            FormSamples.Subject(Cast.Ordinary, ActivationRequirements.Justification, 2),
            new ActivationForm(book, book, book, book),
            "Choose how long."
        );

        Assert.Empty(CardLint.Check(form.ToJson()));
        Assert.DoesNotContain(new string('x', 2001), form.ToJson().ToJsonString(), StringComparison.Ordinal);
    }
}
