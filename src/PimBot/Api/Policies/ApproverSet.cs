using System.Text.Json.Serialization;

namespace PimBot.Api.Policies;

/// <summary>One entry of a policy's approvers (Graph's <c>subjectSet</c>).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "@odata.type")]
[JsonDerivedType(typeof(SingleUser), "#microsoft.graph.singleUser")]
[JsonDerivedType(typeof(GroupMembers), "#microsoft.graph.groupMembers")]
[JsonDerivedType(typeof(RoleHolders), "#pimbot.roleHolders")]
internal abstract record ApproverSet
{
    /// <summary>Taken and passed over, as it repeats a name.</summary>
    public string? Description { get; init; }

    /// <summary>Only false: nobody approves in another's place.</summary>
    public bool? IsBackup { get; init; }
}
