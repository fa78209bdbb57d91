using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Data.Sqlite;

namespace PimBot.Storage.Tests;

/// <summary>
/// Microsoft.Data.Sqlite is bound to an older SQLitePCLRaw.core than it was compiled against: everything that it calls
/// there must exist, by name and signature.
/// </summary>
public sealed class NativeSqliteTests
{
    [Fact]
    public void Everything_that_the_provider_calls_exists_but_for_loading_extensions()
    {
        using var provider = Read(typeof(SqliteConnection).Assembly.Location);
        using var library = Read(typeof(SQLitePCL.raw).Assembly.Location);
        var needed = Needed(provider.GetMetadataReader(), "SQLitePCLRaw.core");
        var missing = needed.Except(Defined(library.GetMetadataReader()), StringComparer.Ordinal).ToList();

        Assert.True(needed.Count > 50, "The comparison itself found hardly anything to compare.");
        Assert.All(missing, name => Assert.Contains("load_extension", name));
    }

    private static PEReader Read(string file) => new(File.OpenRead(file));

    private static HashSet<string> Defined(MetadataReader library)
    {
        var names = new Names();
        var defined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in library.TypeDefinitions)
        {
            var type = library.GetTypeDefinition(handle);
            var name = names.GetTypeFromDefinition(library, handle, 0);
            defined.Add(name);
            defined.UnionWith(
                type.GetMethods()
                    .Select(library.GetMethodDefinition)
                    .Select(method => Signed(name, library.GetString(method.Name), method.DecodeSignature(names, null)))
            );
            defined.UnionWith(
                type.GetFields()
                    .Select(library.GetFieldDefinition)
                    .Select(field => $"{name}::{library.GetString(field.Name)}:{field.DecodeSignature(names, null)}")
            );
        }

        return defined;
    }

    private static HashSet<string> Needed(MetadataReader user, string library)
    {
        var names = new Names();
        var types = user.TypeReferences.Where(type => IsFrom(user, type, library)).ToHashSet();
        var needed = types.Select(type => names.GetTypeFromReference(user, type, 0)).ToHashSet(StringComparer.Ordinal);
        foreach (var member in user.MemberReferences.Select(user.GetMemberReference))
        {
            if (member.Parent.Kind is HandleKind.TypeReference && types.Contains((TypeReferenceHandle)member.Parent))
            {
                var type = names.GetTypeFromReference(user, (TypeReferenceHandle)member.Parent, 0);
                var name = user.GetString(member.Name);
                needed.Add(
                    member.GetKind() is MemberReferenceKind.Method
                        ? Signed(type, name, member.DecodeMethodSignature(names, null))
                        : $"{type}::{name}:{member.DecodeFieldSignature(names, null)}"
                );
            }
        }

        return needed;
    }

    private static bool IsFrom(MetadataReader user, TypeReferenceHandle handle, string library)
    {
        var scope = user.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsFrom(user, (TypeReferenceHandle)scope, library),
            HandleKind.AssemblyReference => user.GetString(
                user.GetAssemblyReference((AssemblyReferenceHandle)scope).Name
            ) == library,
            _ => false,
        };
    }

    private static string Signed(string type, string name, MethodSignature<string> signature) =>
        $"{type}::{name}({string.Join(',', signature.ParameterTypes)}):{signature.ReturnType}";

    /// <summary>Writes types as text, alike for the user and the library.</summary>
    private sealed class Names : ISignatureTypeProvider<string, object?>
    {
        public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[,]";

        public string GetByReferenceType(string elementType) => $"{elementType}&";

        public string GetFunctionPointerType(MethodSignature<string> signature) =>
            $"fn({string.Join(',', signature.ParameterTypes)}){signature.ReturnType}";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
            $"{genericType}<{string.Join(',', typeArguments)}>";

        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => $"{elementType}*";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"{typeCode}";

        public string GetSZArrayType(string elementType) => $"{elementType}[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeDefinition(handle);
            var outer = type.GetDeclaringType().IsNil
                ? reader.GetString(type.Namespace) + "."
                : GetTypeFromDefinition(reader, type.GetDeclaringType(), 0) + "/";
            return outer + reader.GetString(type.Name);
        }

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeReference(handle);
            var outer =
                type.ResolutionScope.Kind is HandleKind.TypeReference
                    ? GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0) + "/"
                    : reader.GetString(type.Namespace) + ".";
            return outer + reader.GetString(type.Name);
        }

        public string GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind
        ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
    }
}
