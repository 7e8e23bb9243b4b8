<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Rendering" hasScaleBasedVisibilityFlag="0" minScale="1e+08" maxScale="0">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2" zoomedOutResamplingMethod="nearestNeighbour"/>
    </provider>
    <rasterrenderer nodataColor="" band="1" opacity="1" classificationMax="20" type="singlebandpseudocolor" alphaBand="-1" classificationMin="-20">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader classificationMode="1" colorRampType="INTERPOLATED" minimumValue="-20" labelPrecision="6" clip="0" maximumValue="20">
          <item value="-20" color="#a50026" alpha="255" label="-20"/>
          <item value="-16" color="#d73027" alpha="255" label="-16"/>
          <item value="-12" color="#f46d43" alpha="255" label="-12"/>
          <item value="-8" color="#fdae61" alpha="255" label="-8"/>
          <item value="-4" color="#fee090" alpha="255" label="-4"/>
          <item value="0" color="#ffffbf" alpha="255" label="0"/>
          <item value="4" color="#e0f3f8" alpha="255" label="4"/>
          <item value="8" color="#abd9e9" alpha="255" label="8"/>
          <item value="12" color="#74add1" alpha="255" label="12"/>
          <item value="16" color="#4575b4" alpha="255" label="16"/>
          <item value="20" color="#313695" alpha="255" label="20"/>
          <rampLegendSettings orientation="2" prefix="" minimumLabel="" suffix=" mm/yr" direction="0" useContinuousLegend="1" maximumLabel="">
            <numericFormat id="basic">
              <Option type="Map">
                <Option value="" type="QChar" name="decimal_separator"/>
                <Option value="6" type="int" name="decimals"/>
                <Option value="0" type="int" name="rounding_type"/>
                <Option value="false" type="bool" name="show_plus"/>
                <Option value="true" type="bool" name="show_thousand_separator"/>
                <Option value="false" type="bool" name="show_trailing_zeros"/>
                <Option value="" type="QChar" name="thousand_separator"/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast contrast="0" brightness="0" gamma="1"/>
    <huesaturation saturation="0" colorizeStrength="100" invertColors="0" colorizeGreen="128" grayscaleMode="0" colorizeRed="255" colorizeOn="0" colorizeBlue="128"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
