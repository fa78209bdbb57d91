using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Reviews;

namespace PimBot.Storage.Conversions;

/// <summary>The domain's typed ids as plain columns.</summary>
internal static class IdConverters
{
    public static void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<PersonId>().HaveConversion<OfPerson>();
        configuration.Properties<GroupId>().HaveConversion<OfGroup>();
        configuration.Properties<RoleId>().HaveConversion<OfRole>();
        configuration.Properties<ScopeId>().HaveConversion<OfScope>();
        configuration.Properties<GrantId>().HaveConversion<OfGrant>();
        configuration.Properties<RequestId>().HaveConversion<OfRequest>();
        configuration.Properties<ReviewSeriesId>().HaveConversion<OfReviewSeries>();
        configuration.Properties<ReviewId>().HaveConversion<OfReview>();
    }

    private sealed class OfPerson()
        : ValueConverter<PersonId, string>(id => StoredText.Clean(id.Value), value => new PersonId(value));

    private sealed class OfGroup()
        : ValueConverter<GroupId, string>(id => StoredText.Clean(id.Value), value => new GroupId(value));

    private sealed class OfRole()
        : ValueConverter<RoleId, string>(id => StoredText.Clean(id.Value), value => new RoleId(value));

    private sealed class OfScope()
        : ValueConverter<ScopeId, string>(id => StoredText.Clean(id.Value), value => new ScopeId(value));

    private sealed class OfGrant() : ValueConverter<GrantId, Guid>(id => id.Value, value => new GrantId(value));

    private sealed class OfReviewSeries()
        : ValueConverter<ReviewSeriesId, Guid>(id => id.Value, value => new ReviewSeriesId(value));

    private sealed class OfReview() : ValueConverter<ReviewId, Guid>(id => id.Value, value => new ReviewId(value));

    private sealed class OfRequest() : ValueConverter<RequestId, Guid>(id => id.Value, value => new RequestId(value));
}
