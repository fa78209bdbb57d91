using System.ComponentModel.DataAnnotations;
using PimBot.Domain.Activations;

namespace PimBot.Api.Answers;

/// <summary>Of a reason in a body: what is longer is refused, where chat would cut it with an ellipsis.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LongestReasonAttribute : MaxLengthAttribute
{
    public LongestReasonAttribute()
        : base(ActivationAsk.LongestJustification) => ErrorMessage = "A reason has at most {1} characters.";
}
